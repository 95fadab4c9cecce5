/**
 * What is in a deck and what was checked on it, beside the deck: the certificate. It names nothing that its audience
 * may not see.
 */

import { createRequire } from 'node:module';
import type { Problem } from '../core/problem.js';
import type { Acceptance } from '../load/head.js';
import type { Marking } from '../load/vocabulary.js';
import type { PlannedDeck } from '../pipeline/family.js';
import type { RuleId } from '../rules/registry.js';
import type { VisibleLoaded } from '../visible/visible.js';
import { measuresIn } from '../words/hedges.js';
import { type SlideTrace, traceOf } from './trace.js';

export interface ManifestFile {
  name: string;
  format: string;
  edition: string;
  /** What of the deck it shows, where that is not all of it. */
  part?: string | undefined;
  bytes: number;
  sha256: string;
}

/** What a rule was held to on a deck: how many things, and what fell short. */
export interface RuleRecord {
  checked: number;
  found: readonly { severity: 'error' | 'warn'; message: string; slide?: number | undefined }[];
  /** What was found and may stay, where there is any. */
  accepted?: readonly Pick<Acceptance, 'item' | 'why' | 'by'>[] | undefined;
}

export interface Manifest {
  /** Of the format of certificates: it changes where a field changes its meaning. */
  version: 1;
  /** `sha256` is that of what the audience may see of the brief, and does not change with what it may not. */
  brief: { id: string; title: string; asOf: string; sha256: string };
  audience: string;
  /** It was built although something falls short, and is no finished deck. Finished ones do not have the field. */
  draft?: true | undefined;
  /** Items and measures of the deck that were drafted by program and that nobody has reviewed, where there are any. */
  unreviewed?: readonly string[] | undefined;
  /** The highest marking that the audience may see. */
  highest: Marking;
  /** BCP 47, of the deck. */
  language: string;
  length: string;
  marking: string;
  /** Spoken time and the time there is, in seconds. */
  seconds: number;
  limit: number;
  slides: readonly {
    number: number;
    kind: string;
    marking: string;
    seconds: number;
    items: readonly string[];
    /** Numbers of its sources. */
    sources: readonly number[];
  }[];
  sources: readonly {
    number: number;
    label: string;
    url?: string | undefined;
    sha256?: string | undefined;
  }[];
  /** Where each statement and number on each slide comes from. */
  trace: readonly SlideTrace[];
  rules: Readonly<Record<string, RuleRecord>>;
  files: readonly ManifestFile[];
  versions: Readonly<Record<string, string>>;
}

/** What the rules checked and found. */
export interface RuleResults {
  checked: ReadonlyMap<RuleId, number>;
  found: readonly Problem[];
  accepted: readonly Acceptance[];
}

/** The manifest of a deck and its files. */
export function manifestOf(
  { loaded, member }: { loaded: VisibleLoaded; member: PlannedDeck },
  files: readonly ManifestFile[],
  { checked, found, accepted }: RuleResults,
): Manifest {
  const { deck, plan, words } = member;
  const sources = new Map(
    deck.slides
      .flatMap((slide) => slide.foot)
      .map(({ id, n, label, url }) => [
        n,
        { number: n, label, url, sha256: loaded.archives.get(id)?.sha256 },
      ]),
  );
  return {
    version: 1,
    brief: { id: deck.brief, title: words.title.text, asOf: deck.asOf, sha256: loaded.sha256 },
    audience: deck.audience,
    ...(deck.draft && { draft: true }),
    ...(deck.unreviewed && { unreviewed: unreviewedIn(plan) }),
    highest: plan.audience.highest,
    language: deck.language,
    length: deck.length,
    marking: deck.marking,
    seconds: deck.seconds,
    limit: plan.length.seconds,
    slides: deck.slides.map(({ number, kind, marking, seconds, items, foot }) => ({
      number,
      kind,
      marking,
      seconds,
      items,
      sources: foot.map((source) => source.n),
    })),
    sources: [...sources.values()].sort((a, b) => a.number - b.number),
    trace: traceOf(deck, plan, words),
    rules: Object.fromEntries(
      [...checked].sort().map(([rule, count]): [string, RuleRecord] => [
        rule,
        {
          checked: count,
          found: found
            .filter((problem) => problem.code === rule)
            .map(({ severity = 'error', message, slide }) => ({ severity, message, slide })),
          ...acceptedUnder(rule, accepted),
        },
      ]),
    ),
    files,
    versions: versions(),
  };
}

/** Ids of what a deck shows and nobody has reviewed, the bottom line first. */
function unreviewedIn({ brief, items }: PlannedDeck['plan']): string[] {
  const measures = [...measuresIn(brief.bottomLine.text), ...items.flatMap((item) => item.measures)].filter(
    (name) => brief.measures[name]?.review === true,
  );
  return [
    ...(brief.bottomLine.review === true ? ['bottom-line'] : []),
    ...items.filter(({ data }) => data.review === true).map(({ id }) => id),
    ...new Set(measures),
  ];
}

function acceptedUnder(rule: RuleId, all: readonly Acceptance[]): Pick<RuleRecord, 'accepted'> {
  const own = all.filter((acceptance) => acceptance.rule === rule);
  return own.length === 0 ? {} : { accepted: own.map(({ item, why, by }) => ({ item, why, by })) };
}

const require = createRequire(import.meta.url);

/** Versions of what makes a deck what it is. */
export function versions(): Record<string, string> {
  const { version, dependencies, devDependencies } = require('../../package.json') as {
    version: string;
    dependencies: Record<string, string>;
    devDependencies: Record<string, string>;
  };
  // Some are in the package itself: see scripts/bundle.mjs.
  const all = { ...dependencies, ...devDependencies };
  const parts = ['@marp-team/marp-core', '@marp-team/marp-cli', 'handlebars', 'chart.js', 'axe-core'];
  return { briefdeck: version, ...Object.fromEntries(parts.map((name) => [name, all[name] ?? ''])) };
}
