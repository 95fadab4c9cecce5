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

import { type ManifestFile, manifestOf } from '../certificates/manifest.js';
import type { Deck } from '../compose/slide.js';
import { sha256 } from '../core/hash.js';
import type { Memo } from '../core/memo.js';
import { BriefError, type Problem } from '../core/problem.js';
import { INSPECTION, ProbeCache } from '../fit/probe-cache.js';
import type { Edition } from '../formats/edition.js';
import { deckPath, fileName, makeFiles, plannedFiles } from '../formats/files.js';
import type { DeckFile, Format } from '../formats/format.js';
import { BRAND, lengthsFor } from '../load/profiles.js';
import type { Card } from '../output/index-page.js';
import { makeIndex } from '../output/make-index.js';
import { checkNames } from '../output/names.js';
import { previousBuild, previousManifests, SEEN } from '../output/previous-build.js';
import { type OutputFile, refuseForeign } from '../output/write.js';
import { acceptancesOf } from '../rules/acceptances.js';
import { checkBrief } from '../rules/brief/check.js';
import { checkDeck, checkManifest } from '../rules/deck/check.js';
import { AUDIT } from '../rules/deck/reading.js';
import { checkFamily } from '../rules/family/check.js';
import { isWanted, problemsOf, stopsBuild } from '../rules/findings.js';
import type { SaidNumbers } from '../rules/rule.js';
import { RuleLog } from '../rules/rule-log.js';
import { DeckRenderer } from './deck-renderer.js';
import { type Job, WORKERS, withFittedDecks } from './jobs.js';
import type { BuiltDeck, MakeOptions, OutputOptions } from './options.js';
import { openProject, type Project } from './project.js';
import type { Resources } from './resources.js';

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
  files: readonly DeckFile[];
  log: RuleLog;
}

/** Makes all files of a build in memory. Throws {@link BriefError} with all that falls short of a rule. */
export async function makeDecks(
  options: MakeOptions,
  { formats, editions, paper }: OutputOptions,
  { pool, pdfs, memory }: Resources,
): Promise<BuildOutput> {
  const project = await openProject(options, { draft: options.draft, memory });
  const renderer = new DeckRenderer(project.templates, project.brands, project.helpers, memory);
  const earlier = await previousBuild(options.out);
  const inspections = new ProbeCache(pool, INSPECTION, memory.inspections, earlier.inspections);
  const audits = new ProbeCache(pool, AUDIT, memory.audits, earlier.audits);
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
  const isDraft = options.draft === true;
  const names = plannedNames(project, formats, editions, isDraft);
  checkNames(names);
  if (options.out !== undefined) await refuseForeign(options.out, names);
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
      const { member, audience } = job;
      const toMake = { ...member, audienceName: audience.name };
      const files = await makeFiles(toMake, formats, editions, { renderer, pool, paper });
      const log = await checkDeck(job, files, inspector);
      options.onProgress?.(++done, all, deckName(job.member.deck));
      return { job, files, log };
    },
  );
  const finished = settled.results;
  for (const file of briefs) checkAgreement(file, finished);
  const cards = finished.map((deck) => cardOf(deck, project, memory.rules));
  const found = finished.flatMap(({ job, log }, i) => {
    const manifest = cards[i]?.manifest;
    if (manifest) log.add(checkManifest(job, manifest, inspector));
    return problemsOf(log.findings, job.loaded, project.levels);
  });
  const problems = [...project.warnings, ...found, ...settled.problems];
  if (problems.some((problem) => stopsBuild(problem, isDraft))) throw new BriefError(problems);

  const covers = new Map(
    finished.map(({ job: { member } }) => [
      styleName(member.deck),
      { style: member.deck, css: member.rendered.css },
    ]),
  );
  const manifests = options.out === undefined ? [] : await previousManifests(options.out);
  const { html, ...index } = await makeIndex(cards, covers, manifests, earlier, (style, text) =>
    renderer.fontCss(style, text),
  );
  const seen = { inspections: await inspections.used(), audits: await audits.used(), ...index };
  const named = finished.map(({ job, files }, i) => {
    const { deck } = job.member;
    const manifest = cards[i]?.manifest;
    return [
      ...files.map(({ name, bytes }): OutputFile => ({ name, bytes })),
      { name: `${deckPath(deck)}.json`, bytes: `${JSON.stringify(manifest, null, 2)}\n` },
    ];
  });
  return {
    decks: cards.map(({ manifest }, i) => ({ manifest, files: (named[i] ?? []).map((file) => file.name) })),
    index: INDEX,
    warnings: problems,
    files: [
      ...named.flat(),
      { name: INDEX, bytes: html },
      { name: SEEN, bytes: `${JSON.stringify(seen)}\n` },
    ],
  };
}

/** The page to choose from. */
const INDEX = 'index.html';

/** Names of the files that a build will have, as far as they are known before it: to be refused before the work. */
function plannedNames(
  { tasks, lengths, wanted }: Project,
  formats: readonly Format[],
  editions: readonly Edition[],
  draft: boolean,
): string[] {
  const decks = tasks.flatMap(({ loaded, audience }) =>
    lengthsFor(audience, lengths)
      .lengths.filter(({ id }) => wanted.has(id))
      .map(({ id }) => ({ brief: loaded.brief.id, audience: audience.id, length: id, draft })),
  );
  const files = decks.flatMap((deck) => [
    `${deckPath(deck)}.json`,
    ...plannedFiles(formats, editions).map(({ format, edition }) => fileName(deck, edition, format)),
  ]);
  return [...files, INDEX, SEEN];
}

/** Holds the decks of one brief to each other; what is found is told with the first deck of its audience. */
function checkAgreement(file: string, finished: readonly CheckedDeck[]): void {
  const own = finished.filter(({ job }) => job.loaded.file === file);
  const numbers: SaidNumbers = new Map();
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

/** A deck as the page to choose from shows it, with its manifest. */
function cardOf({ job, files, log }: CheckedDeck, { levels }: Project, known: Memo<RuleLog>): Card {
  const { loaded, audience, member } = job;
  const folder = `${member.deck.brief}/`;
  const listed: ManifestFile[] = files.map((file) => ({
    name: file.name.slice(folder.length),
    format: file.format.id,
    edition: file.edition,
    part: file.part,
    bytes: Buffer.byteLength(file.bytes),
    sha256: sha256(file.bytes),
  }));
  const rules = checkBrief(loaded, known);
  rules.add(log);
  const manifest = manifestOf(job, listed, {
    checked: new Map([...rules.checked].filter(([rule]) => isWanted(levels, rule))),
    found: problemsOf(rules.findings, loaded, levels),
    accepted: [...new Set(rules.findings.flatMap((finding) => acceptancesOf(finding, loaded.brief)))],
  });
  return {
    manifest,
    audience: audience.name,
    about: audience.about,
    cover: member.rendered.slides[0],
    style: styleName(member.deck),
  };
}

function deckName(deck: Pick<Deck, 'audience' | 'length'>): string {
  return `${deck.audience}-${deck.length}`;
}

/** Name of what a deck is set in: the theme's, and what the deck has beside it that most have not. */
function styleName({ theme, brand, templates, draft, unreviewed }: Deck): string {
  return [
    theme,
    ...(brand === BRAND ? [] : [brand]),
    ...(templates === undefined ? [] : [templates]),
    ...(draft ? ['draft'] : []),
    ...(unreviewed ? ['unreviewed'] : []),
  ].join(' ');
}
