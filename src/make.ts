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
import type { BuiltDeck, MakeOptions, Wanted } from './build.js';
import { checkBrief } from './check/check.js';
import { isWanted, problemsOf } from './check/findings.js';
import { Ledger } from './check/ledger.js';
import type { Deck, Style } from './compose/slide.js';
import { earlierLooks, earlierManifests, SEEN } from './export/earlier.js';
import { type Card, indexPage } from './export/index-page.js';
import { type Manifest, type ManifestFile, manifestOf, sha256 } from './export/manifest.js';
import { describePdf, printPdf } from './export/pdf.js';
import { pictureSlides } from './export/png.js';
import type { OutputFile } from './export/write.js';
import { INSPECTION, Memory } from './fit/measure.js';
import { type Job, WORKERS, withSettledDecks } from './jobs.js';
import { parseDate, spanOf } from './load/dates.js';
import { type Audience, BRAND, lengthsFor } from './load/profiles.js';
import { highestMarking, MARKINGS } from './load/terms.js';
import { Press } from './press.js';
import { BriefError, isError, type Problem } from './problem.js';
import { openProject, type Project } from './project.js';
import { type DocumentHead, presentable, printable, slidesIn } from './render/document.js';
import { talkScript } from './render/talk.js';
import { checkDeck, checkManifest } from './verify/deck.js';
import { checkFamily, type Numbers } from './verify/families.js';
import type { PdfReader } from './verify/pdf-reader.js';
import { AUDIT } from './verify/reading.js';

/** What a build makes, before it is written. */
export interface Made {
  decks: readonly BuiltDeck[];
  /** Name of the page to choose from. */
  index: string;
  files: readonly OutputFile[];
  warnings: readonly Problem[];
}

/** A deck whose files are made and were held to the rules. */
interface Finished {
  job: Job;
  files: readonly OutputFile[];
  ledger: Ledger;
}

/** Makes all files of a build in memory. Throws {@link BriefError} with all that falls short of a rule. */
export async function makeDecks(
  options: MakeOptions,
  wanted: Wanted,
  pool: BrowserPool,
  pdfs: PdfReader,
): Promise<Made> {
  const project = await openProject(options);
  const press = new Press(project.templates, project.brands, project.helpers);
  const earlier = await earlierLooks(options.out);
  const inspections = new Memory(pool, INSPECTION, earlier.inspections);
  const audits = new Memory(pool, AUDIT, earlier.audits);
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
  const settled = await withSettledDecks(
    project,
    press,
    inspections,
    options.jobs ?? WORKERS,
    async (job) => {
      options.signal?.throwIfAborted();
      const files = await filesOf(job, press, pool, wanted);
      const ledger = await checkDeck(job, files, inspector);
      options.onProgress?.(++done, all, deckName(job.member.deck));
      return { job, files, ledger };
    },
  );
  const finished = settled.results;
  for (const file of briefs) checkAgreement(file, finished);
  const cards = finished.map((deck) => cardOf(deck, project));
  const found = finished.flatMap(({ job, ledger }, i) => {
    const manifest = cards[i]?.manifest;
    if (manifest) ledger.add(checkManifest(job, manifest, inspector));
    return problemsOf(ledger.findings, job.loaded, project.levels);
  });
  const problems = [...project.warnings, ...found, ...settled.problems];
  if (problems.some(isError)) throw new BriefError(problems);

  const index = await makeIndex(cards, finished, options.out, press);
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
function checkAgreement(file: string, finished: readonly Finished[]): void {
  const own = finished.filter(({ job }) => job.loaded.file === file);
  const numbers: Numbers = new Map();
  for (const audience of new Set(own.map(({ job }) => job.audience))) {
    const family = own.filter(({ job }) => job.audience === audience);
    const ledger = new Ledger();
    checkFamily(
      family.map(({ job }) => job.member),
      numbers,
      ledger,
    );
    family[0]?.ledger.findings.push(...ledger.findings);
    for (const deck of family) for (const [rule, count] of ledger.looked) deck.ledger.look(rule, count);
  }
}

async function filesOf(
  { audience, member }: Job,
  press: Press,
  pool: BrowserPool,
  { formats, editions, paper }: Wanted,
): Promise<OutputFile[]> {
  const { deck, locale, markdown, proof } = member;
  const name = deckName(deck);
  const files: OutputFile[] = [];
  const add = (file: string, bytes: Uint8Array | string) =>
    files.push({ name: `${deck.brief}/${file}`, bytes });

  if (editions.includes('audience')) {
    if (formats.includes('html')) add(`${name}.html`, presentable(proof));
    if (formats.includes('pdf'))
      add(`${name}.pdf`, await makePdf(printable(proof), proof.head, deck, audience, pool));
    if (formats.includes('md')) add(`${name}.md`, press.portable(deck, markdown));
    if (formats.includes('png')) {
      const charts = deck.slides.filter((slide) => slide.kind === 'chart');
      const pictures = await pool.use((page) =>
        pictureSlides(
          page,
          printable(proof),
          charts.map((slide) => slide.number),
        ),
      );
      for (const [i, picture] of pictures.entries()) add(`${name}.chart-${charts[i]?.items[0]}.png`, picture);
    }
  }
  if (editions.includes('speaker')) {
    if (formats.includes('html')) add(`${name}.speaker.html`, await speakerPage(member, press));
    if (formats.includes('md'))
      add(`${name}.speaker.md`, press.portable(deck, press.markdown(deck, locale, true)));
  }
  if (editions.includes('handout') && formats.includes('pdf')) {
    const html = await press.handout(deck, locale, proof, paper);
    add(`${name}.handout.pdf`, await makePdf(html, proof.head, deck, audience, pool));
  }
  return files;
}

/** The deck to present from. What only the speaker reads has its letters in the file as well. */
async function speakerPage({ deck, locale, proof }: Job['member'], press: Press): Promise<string> {
  const notes = press.notes(deck, locale);
  const talk = { seconds: deck.slides.map((slide) => slide.seconds), words: locale.words };
  const fontCss = await press.fontCss(deck, [proof.html, talkScript(talk), ...notes.flat()].join(''));
  return presentable({ ...proof, fontCss }, { notes, talk });
}

/** A deck as the page to choose from shows it, with its manifest. */
function cardOf({ job, files, ledger }: Finished, { levels }: Project): Card {
  const { loaded, audience, member } = job;
  const folder = `${member.deck.brief}/`;
  const listed: ManifestFile[] = files.map((file) => ({
    name: file.name.slice(folder.length),
    bytes: Buffer.byteLength(file.bytes),
    sha256: sha256(file.bytes),
  }));
  const rules = checkBrief(loaded);
  rules.add(ledger);
  const manifest = manifestOf(job, listed, {
    looked: new Map([...rules.looked].filter(([rule]) => isWanted(levels, rule))),
    found: problemsOf(rules.findings, loaded, levels),
  });
  return {
    manifest,
    audience: audience.name,
    about: audience.about,
    cover: slidesIn(member.proof.html)[0],
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
  finished: readonly Finished[],
  out: string | undefined,
  press: Press,
): Promise<OutputFile> {
  const isNew = (manifest: Manifest) =>
    cards.some(
      ({ manifest: other }) =>
        other.brief.id === manifest.brief.id &&
        other.audience === manifest.audience &&
        other.length === manifest.length,
    );
  const earlier = (out === undefined ? [] : await earlierManifests(out)).filter(
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
  const css = new Map([...styles].map(([style, { proof }]) => [style, proof.css]));
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
      .map(([, style]) => press.fontCss(style, bare)),
  );
  const rules = [...new Set(fonts.flatMap((sheet) => sheet.split(/(?=@font-face)/)))].join('');
  return { name: 'index.html', bytes: indexPage(all, marking, css, rules) };
}
