import type { Brief } from '../src/load/schema.js';
import type { ChartKind } from '../src/load/vocabulary.js';

export type Script = 'Latin' | 'long' | 'Korean' | 'Arabic';
export const COUNTS: readonly number[];
export function sampleChart(kind: ChartKind, count: number, script?: Script): Brief;
export const SPECIAL: Readonly<Record<string, object>>;
export function specialChart(what: string): Brief;
