/** A finished deck held to every rule, before it is written. */

import type { BrowserPool } from '../../browser/pool.js';
import type { Manifest } from '../../certificates/manifest.js';
import { misfitOf } from '../../fit/misfit.js';
import type { ProbeCache } from '../../fit/probe-cache.js';
import { HAS_NOTES } from '../../formats/edition.js';
import type { DeckFile } from '../../formats/format.js';
import { ITEM_TYPES, SLIDE_KINDS } from '../../kinds/kinds.js';
import type { Templates } from '../../load/templates.js';
import type { Job } from '../../pipeline/jobs.js';
import { presentable, type RenderedDeck } from '../../render/document.js';
import type { PdfReader } from '../../unpack/pdf-reader.js';
import { searcher, unpackText } from '../../unpack/unpack.js';
import { isWanted, type RuleLevels } from '../findings.js';
import { RuleLog } from '../rule-log.js';
import { checkNotes, notesIn } from './note-leak.js';
import { type Audit, checkReading } from './reading.js';
import { checkSlides } from './slides.js';
import { checkWithheld, type Withheld, withheldFrom } from './withheld.js';

/** What decks are checked with. */
export interface Inspector {
  pool: BrowserPool;
  audits: ProbeCache<Audit>;
  pdfs: PdfReader;
  levels: RuleLevels;
  templates: Templates;
  /** What is searched for, by brief and audience: it is the same for every length. */
  sought: Map<string, Sought>;
}

interface Sought {
  withheld: Withheld;
  notes: readonly string[];
}

/** Holds one deck and its files to the rules. */
export async function checkDeck(
  job: Job,
  files: readonly DeckFile[],
  inspector: Inspector,
): Promise<RuleLog> {
  const { levels, pool, audits, pdfs } = inspector;
  const { member } = job;
  const { deck, inspections } = member;
  const name = `${deck.audience}-${deck.length}`;
  const log = new RuleLog();
  const brand = inspector.templates.get(deck.brand)?.text;
  checkSlides(member, inspections, 'html', log, brand);
  deck.slides.forEach((slide, i) => {
    for (const finding of inspections[i]?.findings ?? []) {
      const { element } = finding;
      log.find({ ...misfitOf(slide, finding), deck: name, slide: slide.number, element });
    }
  });
  log.count('does-not-fit', inspections.length);
  log.count('small-text', inspections.length);
  log.count('missing-picture', inspections.length);
  const { withheld, notes } = soughtIn(job, inspector);
  const readSlides = async () => {
    if (!isWanted(levels, 'contrast', 'text-equivalent', 'reading-structure')) return;
    const [seen = []] = await audits.of([member.rendered]);
    checkReading(deck, seen, log);
  };
  const readFiles = async () => {
    const context = { name, member, seen: inspections, fontCss: member.rendered.fontCss, brand, pool };
    for (const { name: file, bytes, format, edition } of files) {
      const checks = format.checks.filter(
        ({ rules, editions }) => editions.includes(edition) && isWanted(levels, ...rules),
      );
      if (checks.length === 0 && !isWanted(levels, 'withheld', 'note-leak')) continue;
      const content = await format.read(bytes, { pdfs });
      for (const check of checks) await check.run(content, { ...context, file }, log);
      const unpacked = format.unpack(file, content);
      const holds = searcher(unpacked);
      checkWithheld(withheld, name, unpacked, holds, log);
      if (!HAS_NOTES[edition]) checkNotes(notes, name, unpacked, holds, log);
    }
  };
  await Promise.all([readSlides(), readFiles()]);
  return log;
}

/** Holds the manifest of a deck, which is beside it, to what its audience may see. */
export function checkManifest(job: Job, manifest: Manifest, inspector: Inspector): RuleLog {
  const { member } = job;
  const { withheld } = soughtIn(job, inspector);
  const { rules: _, versions: __, ...own } = manifest;
  const texts: string[] = [];
  JSON.stringify(own, (_, value: unknown) => {
    if (typeof value === 'string' && !/^[0-9a-f]{64}$/.test(value)) texts.push(value);
    return value;
  });
  const name = `${member.deck.audience}-${member.deck.length}`;
  const text = texts.join('\n');
  const unpacked = { name: `${name}.json`, readable: text, said: text, raw: [] };
  const log = new RuleLog();
  checkWithheld(withheld, name, unpacked, searcher(unpacked), log);
  return log;
}

/** A deck with nothing in it: Marp's page has words of its own. */
const EMPTY: RenderedDeck = {
  slides: [],
  css: '',
  fontCss: '',
  fontKey: '',
  head: { title: '', language: 'en', direction: 'ltr', author: undefined },
};

/** What none of the files of a deck may hold, and what only the speaker's may. */
function soughtIn({ whole, loaded, audience, member }: Job, { templates, sought }: Inspector): Sought {
  const { deck } = member;
  const findings = deck.slides.flatMap((slide) => (slide.kind === 'findings' ? slide.findings : []));
  const key = [loaded.brief.id, audience.id, ...(findings.length > 0 ? [deck.length] : [])].join(' ');
  const known = sought.get(key);
  if (known) return known;
  // Texts that any deck may have, whatever its brief says.
  const common = [
    ...[...templates.entries()].flatMap(([name, template]) => [name, template.text]),
    JSON.stringify(member.locale),
    unpackText('empty.html', presentable(EMPTY)).said,
    audience.id,
    audience.name,
    // Made of what the audience may see.
    ...findings.flatMap(({ rule, message, where }) => [rule, message, where]),
    ...ITEM_TYPES,
    ...SLIDE_KINDS,
  ];
  const made = {
    withheld: withheldFrom({ whole, loaded }, member.locale, common),
    notes: notesIn(loaded.brief, member.wording),
  };
  sought.set(key, made);
  return made;
}
