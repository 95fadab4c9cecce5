/** What may not reach a file is in none (rule 5, editions): notes outside the speaker's, and what is withheld. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { LoadedBrief } from '../../src/load/load.js';
import { readAudience } from '../../src/load/profiles.js';
import type { BriefInput } from '../../src/load/schema.js';
import { loadTemplates } from '../../src/load/templates.js';
import { MARKINGS, type Marking, mayBeSeen } from '../../src/load/vocabulary.js';

import { readPdf } from '../../src/unpack/read-pdf.js';
import { folderOf } from '../load/folder-of.js';
import { letters, loadedFrom } from '../loaded.js';
import { sharedSession, watch } from './browser.js';
import { everyField } from './every-field.js';
import { filesIn } from './files.js';

const { build, pool } = sharedSession();

const loaded = (input: unknown): LoadedBrief =>
  loadedFrom(input, new Map([['table', { x: ['a', 'b'], series: [{ label: 'c', values: [1, 2] }] }]]));

/** A text for each field, with a word in it, that the checks of a brief let pass. */
const saying = (word: string) => (at: string, i: number) => {
  if (at === 'measures.cost.sources[0].evidence') return `${word} about 1,200,000`;
  // Each word has an end, so that none is the beginning of another.
  // Its measure is in euros.
  if (at === 'charts[0].unit') return `EUR ${word}${letters(i)}z`;
  // A quote is what its evidence says.
  if (at === 'quotes[0].text' || at === 'quotes[0].sources[0].evidence') return `${word}quoted`;
  return `${word}${letters(i)}z`;
};

/** A file as anybody could read it: as it is, with its references resolved, and a PDF with all that is in it. */
async function wordsOf(name: string, bytes: Buffer): Promise<string> {
  const text = bytes.toString('utf8');
  const resolved = text
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
  const unpacked = [...text.matchAll(/;base64,([\w+/=]+)/g)].map(([, data]) =>
    Buffer.from(data ?? '', 'base64').toString('latin1'),
  );
  const read = name.endsWith('.pdf') ? JSON.stringify(await readPdf(bytes)) : '';
  return [name, text, bytes.toString('utf16le'), resolved, ...unpacked, read].join('\n');
}

/** Matches of a pattern in each file that has one, by the file's name. */
async function found(folder: string, pattern: RegExp): Promise<Record<string, string[]>> {
  const matches: Record<string, string[]> = {};
  for (const [name, bytes] of await filesIn(folder)) {
    const all = [...new Set((await wordsOf(name, bytes)).match(pattern) ?? [])];
    if (all.length > 0) matches[name] = all.sort();
  }
  return matches;
}

describe('notes', () => {
  // A portrait has no slide of its own to say anything on.
  const noteAt = (at: string) => /(^|\.)notes$/.test(at) && at !== 'images[1].notes';
  const brief = loaded(
    everyField((at, i) => (noteAt(at) ? `Zqnote${letters(i)}z is said.` : saying('Word ')(at, i))),
  );

  it('are in the speaker edition, with the seconds of each slide, and nowhere else', async () => {
    const out = await folderOf();
    const lengths = ['flash', 'full'];
    await build({ briefs: [brief], audiences: ['analyst'], lengths, out, formats: ['html', 'pdf', 'md'] });
    const withNotes = await found(out, /zqnote[a-j]+z/gi);
    const speakers = lengths.flatMap((length) =>
      ['html', 'md'].map((ending) => `every-field/analyst-${length}.speaker.${ending}`),
    );
    expect(Object.keys(withNotes).sort()).toEqual(speakers.sort());
    const all = JSON.stringify(brief.brief).match(/Zqnote[a-j]+z/g);
    expect(withNotes['every-field/analyst-full.speaker.html']).toEqual([...new Set(all)].sort());
    const seconds = await found(out, /\d+ seconds · by the end/g);
    expect(Object.keys(seconds).sort()).toEqual(speakers.sort());
  });

  it('stand in the presenter view, slide by slide', async () => {
    const out = await folderOf();
    await build({
      briefs: [brief],
      audiences: ['public'],
      lengths: ['short'],
      editions: ['speaker'],
      formats: ['html'],
      out,
    });
    const file = pathToFileURL(path.join(out, 'every-field', 'public-short.speaker.html')).href;
    await pool.use(async (page) => {
      const { errors, requests, stop } = watch(page);
      await page.goto(`${file}?view=presenter`, { waitUntil: 'load' });
      // What is seen, not all there is: the page holds the notes of every slide.
      const shown = () =>
        page.evaluate(() => {
          const seen = [...document.querySelectorAll('p')].filter((note) => note.checkVisibility());
          return seen.map((note) => note.textContent).join('\n');
        });
      const turns = (text: string) => expect.poll(shown, { timeout: 10_000 }).toContain(text);
      await turns('10 seconds · by the end 0:10 of 5:00');
      await page.keyboard.press('ArrowRight');
      await turns(brief.brief.bottomLine.notes ?? '');
      expect(await shown()).not.toContain('by the end 0:10');
      stop();
      expect(errors).toEqual([]);
      expect(requests.filter((url) => !url.startsWith(file))).toEqual([]);
    });
  });
});

describe('what an audience may not see', () => {
  /** Word in every text of what is marked so. */
  const CANARY: Readonly<Record<Marking, string>> = {
    'TLP:CLEAR': 'Zqopenz',
    'TLP:GREEN': 'Zqgreenz',
    'TLP:AMBER': 'Zqamberz',
    'TLP:AMBER+STRICT': 'Zqstrictz',
    'TLP:RED': 'Zqredz',
  };

  /** The brief of every field with other ids, its items, sources and measures marked, and its words in each text. */
  function marked(marking: Marking): BriefInput {
    const word = CANARY[marking];
    const id = word.toLowerCase();
    const input = everyField(saying(marking === 'TLP:CLEAR' ? 'Word ' : word));
    const text = JSON.stringify(input, (key, value: unknown) => (key === 'marking' ? marking : value));
    const ids =
      /"(open|paper|cost|crews|one|two|three|four|five|quote|fault|opening|someday|slips|stays|tender|ferries|engineer|bars|lines|table|records|several|custom|story|first|second|third)"/g;
    const renamed =
      marking === 'TLP:CLEAR'
        ? text
        : text.replace(ids, `"${id}-$1"`).replace(/\{(cost|crews)\}/g, `{${id}-$1}`);
    const copy = JSON.parse(renamed) as BriefInput;
    for (const entry of [...Object.values(copy.sources ?? {}), ...Object.values(copy.measures ?? {})])
      entry.marking = marking;
    return copy;
  }

  /** All of them in one brief, and open items that lean on withheld ones. */
  function mixed(): LoadedBrief {
    const parts = MARKINGS.map(marked);
    const [open] = parts;
    const lists = [
      'claims',
      'quotes',
      'events',
      'judgments',
      'indicators',
      'questions',
      'people',
      'charts',
    ] as const;
    const groups = ['topics', 'glossary', 'sources', 'measures'] as const;
    const ask = { status: 'confirmed', importance: 5 } as const;
    const leaning = MARKINGS.slice(1).map((marking) => {
      const id = CANARY[marking].toLowerCase();
      return {
        claims: [
          { id: `${id}-a`, text: `${CANARY[marking]} leans on a source.`, sources: [`${id}-open`], ...ask },
          { id: `${id}-b`, text: `${CANARY[marking]}: {${id}-cost}.`, ...ask },
          { id: `${id}-c`, text: 'Leans on a cited source.', sources: [`via-${id}`], ...ask },
        ],
        charts: [
          {
            id: `${id}-d`,
            headline: 'A number',
            kind: 'bar',
            unit: 'EUR',
            data: [{ label: CANARY[marking], measure: `${id}-cost` }],
          },
          { id: `${id}-e`, headline: 'A story', kind: 'timeline', events: ['fault', `${id}-fault`] },
        ],
        judgments: [
          { id: `judged-on-${marking.length}`, text: 'Rests on it.', by: 'us', basis: ['one', `${id}-one`] },
        ],
        questions: [{ id: `${id}-f`, q: `${CANARY[marking]}?`, a: 'Yes.', supports: `${id}-one` }],
        sources: {
          [`via-${id}`]: { title: `${CANARY[marking]} cited`, publisher: 'P', citedIn: `${id}-paper` },
        },
      };
    });
    const all = [...parts, ...leaning] as Partial<Record<string, unknown>>[];
    const joined = lists.map((list) => [list, all.flatMap((part) => part[list] ?? [])]);
    const merged = groups.map((group) => [group, Object.assign({}, ...all.map((part) => part[group] ?? {}))]);
    return loaded({ ...open, ...Object.fromEntries([...joined, ...merged]) });
  }

  it.each(['public', 'executive', 'analyst'])('is in no file for %s', async (audience) => {
    const brief = mixed();
    const { highest } = readAudience(await loadTemplates(), audience);
    const out = await folderOf();
    await build({
      briefs: [brief],
      audiences: [audience],
      // The longest deck says what all of them say.
      lengths: ['flash', 'full'],
      formats: ['html', 'pdf', 'md'],
      out,
    });
    const withheld = MARKINGS.filter((marking) => !mayBeSeen(marking, highest)).map(
      (marking) => CANARY[marking],
    );
    const seen = MARKINGS.slice(1).filter((marking) => mayBeSeen(marking, highest));
    expect(await found(out, new RegExp(withheld.join('|'), 'gi'))).toEqual({});
    // The theme's stylesheet, which is in every HTML file and in what the index page keeps, names all labels.
    const labels = await found(out, /TLP:RED/g);
    expect(Object.keys(labels).filter((name) => /\.(json|pdf)$/.test(name) && name !== '.seen.json')).toEqual(
      [],
    );
    const full = (await filesIn(out)).get(`${brief.brief.id}/${audience}-full.md`)?.toString() ?? '';
    for (const marking of seen) expect(full).toContain(CANARY[marking]);
  });
});
