/** What is in a deck, beside the deck: for machines, and for whoever checks it later. */
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import type { Deck } from '../compose/slide.js';

export interface ManifestFile {
  name: string;
  bytes: number;
  sha256: string;
}

export interface Manifest {
  brief: { id: string; title: string; asOf: string; sha256: string };
  audience: string;
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
  sources: readonly { n: number; label: string; url?: string | undefined }[];
  files: readonly ManifestFile[];
  versions: Readonly<Record<string, string>>;
}

/** The manifest of a deck and its files. It names nothing that is not in the deck. */
export function manifestOf(
  deck: Deck,
  limit: number,
  briefSha256: string,
  files: readonly ManifestFile[],
): Manifest {
  const sources = new Map(
    deck.slides.flatMap((slide) => slide.foot).map(({ n, label, url }) => [n, { n, label, url }]),
  );
  return {
    brief: { id: deck.brief, title: deck.title, asOf: deck.asOf, sha256: briefSha256 },
    audience: deck.audience,
    length: deck.length,
    marking: deck.marking,
    seconds: deck.seconds,
    limit,
    slides: deck.slides.map(({ number, kind, marking, seconds, items, foot }) => ({
      number,
      kind,
      marking,
      seconds,
      items,
      sources: foot.map((source) => source.n),
    })),
    sources: [...sources.values()].sort((a, b) => a.n - b.n),
    files,
    versions: versions(),
  };
}

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

const require = createRequire(import.meta.url);

/** Versions of what makes a deck what it is. */
export function versions(): Record<string, string> {
  const { version, dependencies } = require('../../package.json') as {
    version: string;
    dependencies: Record<string, string>;
  };
  const parts = ['@marp-team/marp-core', '@marp-team/marp-cli', 'handlebars', 'chart.js'];
  return { briefdeck: version, ...Object.fromEntries(parts.map((name) => [name, dependencies[name] ?? ''])) };
}
