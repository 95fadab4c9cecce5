/**
 *   brief ─load─▶ Brief ─select─▶ Plan ─compose─▶ Deck ─draw─▶ charts
 *                                                  │             │
 *                               template ─▶ Markdown ◀───────────┘
 *                                                  │
 *                               render (Marp) ─▶ HTML ─fit─▶ measured, split, stable
 *                                                  │
 *                               export ─▶ .html .pdf .md .json, index.html
 *
 * Everything up to HTML is pure; browser and disk stand at the end.
 */
import { availableParallelism } from 'node:os';
import type { Deck } from './compose/slide.js';
import { BrowserPool } from './export/browser.js';
import { earlierManifests, earlierMeasurements, MEASURED } from './export/earlier.js';
import { type Card, indexPage } from './export/index-page.js';
import { type Manifest, type ManifestFile, manifestOf, sha256 } from './export/manifest.js';
import { describePdf, printPdf } from './export/pdf.js';
import { type OutputFile, writeAll } from './export/write.js';
import { Measurements } from './fit/measure.js';
import { type Job, settleJobs } from './jobs.js';
import { parseDate, spanOf } from './load/dates.js';
import type { Audience } from './load/profiles.js';
import { highestMarking, MARKINGS } from './load/terms.js';
import { inParallel } from './parallel.js';
import { Press } from './press.js';
import { type Choice, choose, openProject } from './project.js';
import { type Proof, presentable, printable, slidesIn } from './render/document.js';
import { portable } from './render/portable.js';

export const FORMATS = ['html', 'pdf', 'md'] as const;
export type Format = (typeof FORMATS)[number];
export const EDITIONS = ['audience', 'speaker'] as const;
export type Edition = (typeof EDITIONS)[number];

export interface BuildOptions extends Choice {
  /** Folder for the decks. */
  out: string;
  /** Default: html and pdf. */
  formats?: readonly string[] | undefined;
  /** Default: both. The speaker edition is HTML and Markdown only. */
  editions?: readonly string[] | undefined;
  /** Families and decks made at a time. */
  jobs?: number | undefined;
  /** Told of each deck that is done. */
  onProgress?: ((done: number, all: number, deck: string) => void) | undefined;
  /** Stops the build: nothing is written then. */
  signal?: AbortSignal | undefined;
}

/** A deck that was built: its manifest, and its files below the output folder. */
export interface BuiltDeck {
  manifest: Manifest;
  files: readonly string[];
}

export interface BuildResult {
  decks: readonly BuiltDeck[];
  /** The page to choose from. */
  index: string;
}

interface Finished {
  card: Card;
  files: readonly OutputFile[];
  css: string;
}

/**
 * Builds the decks and writes them, all or none. Throws `BriefError` with every problem of every brief,
 * `MachineError` where a browser or font is missing, `UsageError` for a name that does not exist.
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const formats = choose('format', options.formats ?? ['html', 'pdf'], FORMATS);
  const editions = choose('edition', options.editions, EDITIONS);
  const pool = new BrowserPool(options.browser);
  try {
    pool.warm();
    const project = await openProject(options);
    const press = new Press(project.templates);
    const workers = options.jobs ?? availableParallelism() + 1;
    const measurements = new Measurements(pool, await earlierMeasurements(options.out));
    const jobs = await settleJobs(project, press, measurements, workers);
    let done = 0;
    const finished = await inParallel(jobs, workers, async (job) => {
      options.signal?.throwIfAborted();
      const deck = await finish(job, press, pool, formats, editions);
      options.onProgress?.(++done, jobs.length, deckName(job.member.deck));
      return deck;
    });
    options.signal?.throwIfAborted();
    const cards = finished.map(({ card }) => card);
    const index = await makeIndex(cards, finished, options.out, press);
    const measured = { name: MEASURED, bytes: `${JSON.stringify(measurements.used())}\n` };
    await writeAll(options.out, [...finished.flatMap(({ files }) => files), index, measured]);
    return {
      decks: finished.map(({ card, files }) => ({
        manifest: card.manifest,
        files: files.map((file) => file.name),
      })),
      index: index.name,
    };
  } finally {
    await pool.close();
  }
}

async function finish(
  job: Job,
  press: Press,
  pool: BrowserPool,
  formats: readonly Format[],
  editions: readonly Edition[],
): Promise<Finished> {
  const { loaded, audience, member } = job;
  const { deck, locale, plan, markdown, proof } = member;
  const folder = deck.brief;
  const name = deckName(deck);
  const files: OutputFile[] = [];
  const add = (file: string, bytes: Uint8Array | string) => files.push({ name: `${folder}/${file}`, bytes });

  if (editions.includes('audience')) {
    if (formats.includes('html')) add(`${name}.html`, presentable(proof, false));
    if (formats.includes('pdf')) add(`${name}.pdf`, await makePdf(proof, deck, audience, pool));
    if (formats.includes('md')) add(`${name}.md`, portable(markdown, press.css(deck.theme)));
  }
  if (editions.includes('speaker')) {
    const spoken = press.markdown(deck, locale, true);
    if (formats.includes('html'))
      add(`${name}.speaker.html`, presentable(await press.proof(deck, spoken), true));
    if (formats.includes('md')) add(`${name}.speaker.md`, portable(spoken, press.css(deck.theme)));
  }
  const listed: ManifestFile[] = files.map((file) => ({
    name: file.name.slice(folder.length + 1),
    bytes: Buffer.byteLength(file.bytes),
    sha256: sha256(file.bytes),
  }));
  const manifest = manifestOf(deck, plan.length.seconds, loaded.sha256, listed);
  add(`${name}.json`, `${JSON.stringify(manifest, null, 2)}\n`);
  return {
    card: { manifest, audience: audience.name, about: audience.about, cover: slidesIn(proof.html)[0] },
    files,
    css: proof.css,
  };
}

async function makePdf(proof: Proof, deck: Deck, audience: Audience, pool: BrowserPool): Promise<Uint8Array> {
  const html = printable(proof);
  const pdf = await pool.use((page) => printPdf(page, html));
  return describePdf(pdf, proof.head, `${deck.marking}, ${audience.name}, ${deck.length}`, dateOf(deck));
}

/** The date that dates a deck: `SOURCE_DATE_EPOCH`, else the first day of the brief's own date. */
function dateOf(deck: Deck): Date {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  if (epoch !== undefined && /^\d+$/.test(epoch)) return new Date(Number(epoch) * 1000);
  const asOf = parseDate(deck.asOf);
  return new Date(asOf ? spanOf(asOf)[0] : 0);
}

function deckName(deck: Deck): string {
  return `${deck.audience}-${deck.length}`;
}

/** The index of everything in the output folder: what was built now, and what an earlier build left there. */
async function makeIndex(
  cards: readonly Card[],
  finished: readonly Finished[],
  out: string,
  press: Press,
): Promise<OutputFile> {
  const isNew = (manifest: Manifest) =>
    cards.some(
      ({ manifest: other }) =>
        other.brief.id === manifest.brief.id &&
        other.audience === manifest.audience &&
        other.length === manifest.length,
    );
  const earlier = (await earlierManifests(out)).filter((manifest) => !isNew(manifest));
  const all = [
    ...cards,
    ...earlier.map((manifest) => ({ manifest, audience: manifest.audience, about: '', cover: undefined })),
  ];
  all.sort((a, b) =>
    a.manifest.brief.id < b.manifest.brief.id ? -1 : a.manifest.brief.id > b.manifest.brief.id ? 1 : 0,
  );
  const marking = highestMarking(
    MARKINGS.filter((label) => all.some((card) => card.manifest.marking === label)),
  );
  const css = [...new Set(finished.map((deck) => deck.css))].join('');
  const bare = indexPage(all, marking, css, '');
  return { name: 'index.html', bytes: indexPage(all, marking, css, await press.fontCss('plain', bare)) };
}
