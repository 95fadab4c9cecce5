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

import type { BrowserPool } from '../browser/pool.js';
import { type Manifest, type ManifestFile, manifestOf } from '../certificates/manifest.js';
import type { Deck, Style } from '../compose/slide.js';
import { sha256 } from '../core/hash.js';
import { BriefError, isError, type Problem } from '../core/problem.js';
import { INSPECTION, ProbeCache } from '../fit/probe-cache.js';
import { parseDate, spanOf } from '../load/dates.js';
import { type Audience, BRAND, lengthsFor } from '../load/profiles.js';
import { highestMarking, MARKINGS } from '../load/vocabulary.js';
import { type Card, indexPage } from '../output/index-page.js';
import { previousManifests, previousProbes, SEEN } from '../output/previous-build.js';
import type { OutputFile } from '../output/write.js';
import { type DocumentHead, presentable, printable, slidesIn } from '../render/document.js';
import { describePdf, printPdf } from '../render/pdf.js';
import { screenshotSlides } from '../render/png.js';
import { talkScript } from '../render/presenter-view.js';
import { checkBrief } from '../rules/brief/check.js';
import { checkDeck, checkManifest } from '../rules/deck/check.js';
import { AUDIT } from '../rules/deck/reading.js';
import { checkFamily, type Numbers } from '../rules/family/check.js';
import { isWanted, problemsOf } from '../rules/findings.js';
import { RuleLog } from '../rules/rule-log.js';
import type { PdfReader } from '../unpack/pdf-reader.js';
import type { BuiltDeck, MakeOptions, OutputOptions } from './build.js';
import { DeckRenderer } from './deck-renderer.js';
import { type Job, WORKERS, withFittedDecks } from './jobs.js';
import { openProject, type Project } from './project.js';

/** What a build makes, before it is written. */
export interface BuildOutput {
  decks: readonly BuiltDeck[];
  /** Name of the page to choose from. */
  index: string;
  files: readonly OutputFile[];
  warnings: readonly Problem[];
}

/** A deck whose files are made and were held to the rules. */
interface CheckedDeck {
  job: Job;
  files: readonly OutputFile[];
  log: RuleLog;
}

/** Makes all files of a build in memory. Throws {@link BriefError} with all that falls short of a rule. */
export async function makeDecks(
  options: MakeOptions,
  wanted: OutputOptions,
  pool: BrowserPool,
  pdfs: PdfReader,
): Promise<BuildOutput> {
  const project = await openProject(options);
  const renderer = new DeckRenderer(project.templates, project.brands, project.helpers);
  const earlier = await previousProbes(options.out);
  const inspections = new ProbeCache(pool, INSPECTION, earlier.inspections);
  const audits = new ProbeCache(pool, AUDIT, earlier.audits);
  const inspector = {
    pool,
    audits,
    pdfs,
    levels: project.levels,
    templates: project.templates,
    sought: new Map(),
  };
  const lengths = project.audiences.flatMap((audience) =>
    lengthsFor(audience, project.lengths).lengths.filter(({ id }) => project.wanted.has(id)),
  );
  const briefs = [...new Set(project.tasks.map(({ whole }) => whole.file))];
  const all = briefs.length * lengths.length;
  let done = 0;
  const settled = await withFittedDecks(
    project,
    renderer,
    inspections,
    options.jobs ?? WORKERS,
    async (job) => {
      options.signal?.throwIfAborted();
      const files = await filesOf(job, renderer, pool, wanted);
      const log = await checkDeck(job, files, inspector);
      options.onProgress?.(++done, all, deckName(job.member.deck));
      return { job, files, log };
    },
  );
  const finished = settled.results;
  for (const file of briefs) checkAgreement(file, finished);
  const cards = finished.map((deck) => cardOf(deck, project));
  const found = finished.flatMap(({ job, log }, i) => {
    const manifest = cards[i]?.manifest;
    if (manifest) log.add(checkManifest(job, manifest, inspector));
    return problemsOf(log.findings, job.loaded, project.levels);
  });
  const problems = [...project.warnings, ...found, ...settled.problems];
  if (problems.some(isError)) throw new BriefError(problems);

  const index = await makeIndex(cards, finished, options.out, renderer);
  const seen = { inspections: await inspections.used(), audits: await audits.used() };
  const named = finished.map(({ job, files }, i) => {
    const { deck } = job.member;
    const manifest = cards[i]?.manifest;
    return [
      ...files,
      { name: `${deck.brief}/${deckName(deck)}.json`, bytes: `${JSON.stringify(manifest, null, 2)}\n` },
    ];
  });
  return {
    decks: cards.map(({ manifest }, i) => ({ manifest, files: (named[i] ?? []).map((file) => file.name) })),
    index: index.name,
    warnings: problems,
    files: [...named.flat(), index, { name: SEEN, bytes: `${JSON.stringify(seen)}\n` }],
  };
}

/** Holds the decks of one brief to each other; what is found is told with the first deck of its audience. */
function checkAgreement(file: string, finished: readonly CheckedDeck[]): void {
  const own = finished.filter(({ job }) => job.loaded.file === file);
  const numbers: Numbers = new Map();
  for (const audience of new Set(own.map(({ job }) => job.audience))) {
    const family = own.filter(({ job }) => job.audience === audience);
    const log = new RuleLog();
    checkFamily(
      family.map(({ job }) => job.member),
      numbers,
      log,
    );
    family[0]?.log.findings.push(...log.findings);
    for (const deck of family) for (const [rule, count] of log.checked) deck.log.count(rule, count);
  }
}

async function filesOf(
  { audience, member }: Job,
  renderer: DeckRenderer,
  pool: BrowserPool,
  { formats, editions, paper }: OutputOptions,
): Promise<OutputFile[]> {
  const { deck, locale, markdown, rendered } = member;
  const name = deckName(deck);
  const files: OutputFile[] = [];
  const add = (file: string, bytes: Uint8Array | string) =>
    files.push({ name: `${deck.brief}/${file}`, bytes });

  if (editions.includes('audience')) {
    if (formats.includes('html')) add(`${name}.html`, presentable(rendered));
    if (formats.includes('pdf'))
      add(`${name}.pdf`, await makePdf(printable(rendered), rendered.head, deck, audience, pool));
    if (formats.includes('md')) add(`${name}.md`, renderer.portable(deck, markdown));
    if (formats.includes('png')) {
      const charts = deck.slides.filter((slide) => slide.kind === 'chart');
      const pictures = await pool.use((page) =>
        screenshotSlides(
          page,
          printable(rendered),
          charts.map((slide) => slide.number),
        ),
      );
      for (const [i, picture] of pictures.entries()) add(`${name}.chart-${charts[i]?.items[0]}.png`, picture);
    }
  }
  if (editions.includes('speaker')) {
    if (formats.includes('html')) add(`${name}.speaker.html`, await speakerPage(member, renderer));
    if (formats.includes('md'))
      add(`${name}.speaker.md`, renderer.portable(deck, renderer.markdown(deck, locale, true)));
  }
  if (editions.includes('handout') && formats.includes('pdf')) {
    const html = await renderer.handout(deck, locale, rendered, paper);
    add(`${name}.handout.pdf`, await makePdf(html, rendered.head, deck, audience, pool));
  }
  return files;
}

/** The deck to present from. What only the speaker reads has its letters in the file as well. */
async function speakerPage(
  { deck, locale, rendered }: Job['member'],
  renderer: DeckRenderer,
): Promise<string> {
  const notes = renderer.notes(deck, locale);
  const talk = { seconds: deck.slides.map((slide) => slide.seconds), words: locale.words };
  const fontCss = await renderer.fontCss(deck, [rendered.html, talkScript(talk), ...notes.flat()].join(''));
  return presentable({ ...rendered, fontCss }, { notes, talk });
}

/** A deck as the page to choose from shows it, with its manifest. */
function cardOf({ job, files, log }: CheckedDeck, { levels }: Project): Card {
  const { loaded, audience, member } = job;
  const folder = `${member.deck.brief}/`;
  const listed: ManifestFile[] = files.map((file) => ({
    name: file.name.slice(folder.length),
    bytes: Buffer.byteLength(file.bytes),
    sha256: sha256(file.bytes),
  }));
  const rules = checkBrief(loaded);
  rules.add(log);
  const manifest = manifestOf(job, listed, {
    checked: new Map([...rules.checked].filter(([rule]) => isWanted(levels, rule))),
    found: problemsOf(rules.findings, loaded, levels),
  });
  return {
    manifest,
    audience: audience.name,
    about: audience.about,
    cover: slidesIn(member.rendered.html)[0],
    style: styleName(member.deck),
  };
}

async function makePdf(
  html: string,
  head: DocumentHead,
  deck: Deck,
  audience: Audience,
  pool: BrowserPool,
): Promise<Uint8Array> {
  const pdf = await pool.use((page) => printPdf(page, html));
  return describePdf(pdf, head, `${deck.marking}, ${audience.name}, ${deck.length}`, dateOf(deck));
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

/** What the page to choose from is set in. */
const PLAIN: Style = { theme: 'plain', brand: BRAND, templates: undefined };

/** Name of what a deck is set in: the theme's, and what the deck has beside it that most have not. */
function styleName({ theme, brand, templates }: Style): string {
  return [theme, ...(brand === BRAND ? [] : [brand]), ...(templates === undefined ? [] : [templates])].join(
    ' ',
  );
}

/** The index of everything in the output folder: what was built now, and what an earlier build left there. */
async function makeIndex(
  cards: readonly Card[],
  finished: readonly CheckedDeck[],
  out: string | undefined,
  renderer: DeckRenderer,
): Promise<OutputFile> {
  const isNew = (manifest: Manifest) =>
    cards.some(
      ({ manifest: other }) =>
        other.brief.id === manifest.brief.id &&
        other.audience === manifest.audience &&
        other.length === manifest.length,
    );
  const earlier = (out === undefined ? [] : await previousManifests(out)).filter(
    (manifest) => !isNew(manifest),
  );
  const all = [
    ...cards,
    ...earlier.map((manifest) => ({
      manifest,
      audience: manifest.audience,
      about: '',
      cover: undefined,
      style: '',
    })),
  ];
  all.sort((a, b) =>
    a.manifest.brief.id < b.manifest.brief.id ? -1 : a.manifest.brief.id > b.manifest.brief.id ? 1 : 0,
  );
  const marking = highestMarking(
    MARKINGS.filter((label) => all.some((card) => card.manifest.marking === label)),
  );
  const styles = new Map(finished.map(({ job: { member } }) => [styleName(member.deck), member]));
  const css = new Map([...styles].map(([style, { rendered }]) => [style, rendered.css]));
  const bare = indexPage(all, marking, css, '');
  // The page itself is set in the font of the plain theme.
  const fonts = await Promise.all(
    [
      ...new Map<string, Style>([
        ['plain', PLAIN],
        ...[...styles].map(([style, { deck }]) => [style, deck] as const),
      ]),
    ]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, style]) => renderer.fontCss(style, bare)),
  );
  const rules = [...new Set(fonts.flatMap((sheet) => sheet.split(/(?=@font-face)/)))].join('');
  return { name: 'index.html', bytes: indexPage(all, marking, css, rules) };
}
