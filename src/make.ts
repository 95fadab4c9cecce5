/**
 *   brief ─load─▶ Brief ─select─▶ Plan ─compose─▶ Deck ─draw─▶ charts
 *                                                  │             │
 *                               template ─▶ Markdown ◀───────────┘
 *                                                  │
 *                               render (Marp) ─▶ HTML ─fit─▶ measured, divided, stable
 *                                                  │
 *                               export ─▶ .html .pdf .md .json, index.html
 *
 * Everything up to HTML is pure. This is the way through it; nothing is written here.
 */

import type { BrowserPool } from './browser.js';
import type { BuildOptions, BuiltDeck, Edition, Format } from './build.js';
import type { Deck } from './compose/slide.js';
import { earlierManifests, earlierMeasurements, MEASURED } from './export/earlier.js';
import { type Card, indexPage } from './export/index-page.js';
import { type Manifest, type ManifestFile, manifestOf, sha256 } from './export/manifest.js';
import { describePdf, printPdf } from './export/pdf.js';
import type { OutputFile } from './export/write.js';
import { Measurements } from './fit/measure.js';
import { type Job, WORKERS, withSettledDecks } from './jobs.js';
import { parseDate, spanOf } from './load/dates.js';
import type { Audience } from './load/profiles.js';
import { highestMarking, MARKINGS } from './load/terms.js';
import { Press } from './press.js';
import type { Problem } from './problem.js';
import { openProject } from './project.js';
import { type Proof, presentable, printable, slidesIn } from './render/document.js';

/** What a build makes, before it is written. */
export interface Made {
  decks: readonly BuiltDeck[];
  /** Name of the page to choose from. */
  index: string;
  files: readonly OutputFile[];
  warnings: readonly Problem[];
}

interface Finished {
  card: Card;
  files: readonly OutputFile[];
  css: string;
}

/** Makes all files of a build in memory. */
export async function makeDecks(
  options: BuildOptions,
  formats: readonly Format[],
  editions: readonly Edition[],
  pool: BrowserPool,
): Promise<Made> {
  const project = await openProject(options);
  const press = new Press(project.templates);
  const measurements = new Measurements(pool, await earlierMeasurements(options.out));
  const all = project.briefs.length * project.audiences.length * project.wanted.size;
  let done = 0;
  const finished = await withSettledDecks(
    project,
    press,
    measurements,
    options.jobs ?? WORKERS,
    async (job) => {
      options.signal?.throwIfAborted();
      const deck = await finish(job, press, pool, formats, editions);
      options.onProgress?.(++done, all, deckName(job.member.deck));
      return deck;
    },
  );
  const cards = finished.map(({ card }) => card);
  const index = await makeIndex(cards, finished, options.out, press);
  const measured = { name: MEASURED, bytes: `${JSON.stringify(measurements.used())}\n` };
  return {
    decks: finished.map(({ card, files }) => ({
      manifest: card.manifest,
      files: files.map((file) => file.name),
    })),
    index: index.name,
    warnings: project.warnings,
    files: [...finished.flatMap(({ files }) => files), index, measured],
  };
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
    if (formats.includes('html')) add(`${name}.html`, presentable(proof));
    if (formats.includes('pdf')) add(`${name}.pdf`, await makePdf(proof, deck, audience, pool));
    if (formats.includes('md')) add(`${name}.md`, press.portable(deck, markdown));
  }
  if (editions.includes('speaker')) {
    if (formats.includes('html')) add(`${name}.speaker.html`, presentable(proof, press.notes(deck, locale)));
    if (formats.includes('md'))
      add(`${name}.speaker.md`, press.portable(deck, press.markdown(deck, locale, true)));
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
