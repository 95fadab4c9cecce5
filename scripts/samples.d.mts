import type { Brief } from '../src/load/schema.js';
import type { ChartKindId } from '../src/charts/kinds/index.js';

export type Script = 'Latin' | 'long' | 'Korean' | 'Arabic';
export const COUNTS: readonly number[];
export function sampleChart(kind: ChartKindId, count: number, script?: Script): Brief;
export const SPECIAL: Readonly<Record<string, object>>;
export function specialChart(what: string): Brief;
