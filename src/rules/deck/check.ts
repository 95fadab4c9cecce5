/** A finished deck held to every rule, before it is written. */

import type { BrowserPool } from '../../browser/pool.js';
import type { Manifest } from '../../certificates/manifest.js';
import type { ProbeCache } from '../../fit/probe-cache.js';
import type { Templates } from '../../load/templates.js';
import { ITEM_TYPES, SLIDE_KINDS } from '../../load/vocabulary.js';
import type { OutputFile } from '../../output/write.js';
import type { Job } from '../../pipeline/jobs.js';
import { presentable, type RenderedDeck } from '../../render/document.js';
import type { PdfReader } from '../../unpack/pdf-reader.js';
import type { ReadPdf } from '../../unpack/tags.js';
import { searcher, type Unpacked, unpackPdf, unpackText } from '../../unpack/unpack.js';
import { isWanted, type RuleLevels } from '../findings.js';
import { RuleLog } from '../rule-log.js';
import { checkComments, checkNotes, notesIn } from './notes.js';
import { checkOffline, violationsOf } from './offline.js';
import { checkHandout, checkPdf } from './pdf.js';
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

/** Rules for which the finished files are opened. */
const FILE_RULES = [
  'withheld',
  'note-leak',
  'offline',
  'pdf-pages',
  'pdf-text',
  'pdf-tags',
  'hedge-missing',
] as const;

/** Holds one deck and its files to the rules. */
export async function checkDeck(
  job: Job,
  files: readonly OutputFile[],
  inspector: Inspector,
): Promise<RuleLog> {
  const { levels, pool, audits, pdfs } = inspector;
  const { member } = job;
  const { deck, inspections } = member;
  const name = `${deck.audience}-${deck.length}`;
  const log = new RuleLog();
  const house = inspector.templates.get(deck.brand)?.text;
  checkSlides(member, inspections, 'html', log, house);
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
    for (const file of files) {
      if (!isWanted(levels, ...FILE_RULES)) return;
      const unpacked = await unpack(file, pdfs, (pdf) => {
        if (!isWanted(levels, 'pdf-text', 'pdf-tags', 'pdf-pages')) return;
        if (file.name.endsWith('.handout.pdf')) {
          checkHandout(deck, pdf, log);
          return;
        }
        checkPdf(deck, pdf, inspections, log);
        checkSlides(
          member,
          pdf.pages.map((page) => ({ text: page.inOrder, drawn: page.drawn })),
          'pdf',
          log,
          house,
        );
      });
      const holds = searcher(unpacked);
      checkWithheld(withheld, name, unpacked, holds, log);
      if (!/\.(?:speaker|handout)\./.test(file.name)) {
        checkNotes(notes, name, unpacked, holds, log);
        if (file.name.endsWith('.html')) checkComments(name, file.name, String(file.bytes), log);
      }
      if (file.name.endsWith('.html') && isWanted(levels, 'offline')) {
        const html = String(file.bytes);
        checkOffline(name, file.name, html, await pool.use((page) => violationsOf(page, html)), log);
      }
    }
  };
  await Promise.all([readSlides(), readFiles()]);
  return log;
}

async function unpack(file: OutputFile, pdfs: PdfReader, onPdf: (pdf: ReadPdf) => void): Promise<Unpacked> {
  if (!file.name.endsWith('.pdf')) return unpackText(file.name, file.bytes);
  const bytes = Buffer.from(file.bytes);
  const pdf = await pdfs.read(bytes);
  onPdf(pdf);
  return unpackPdf(file.name, bytes, pdf);
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
  html: '',
  css: '',
  fontCss: '',
  head: { title: '', language: 'en', direction: 'ltr', author: undefined },
};

/** What none of the files of a deck may hold, and what only the speaker's may. */
function soughtIn({ whole, loaded, audience, member }: Job, { templates, sought }: Inspector): Sought {
  const key = `${loaded.brief.id} ${audience.id}`;
  const known = sought.get(key);
  if (known) return known;
  // Texts that any deck may have, whatever its brief says.
  const common = [
    ...[...templates.entries()].flatMap(([name, template]) => [name, template.text]),
    JSON.stringify(member.locale),
    unpackText('empty.html', presentable(EMPTY)).said,
    audience.id,
    audience.name,
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
