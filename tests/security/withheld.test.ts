/** What an audience may not see (rule 5): a brief without it makes the same files, byte for byte. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BriefError } from '../../src/core/problem.js';
import { itemsOf } from '../../src/items/items.js';
import type { LoadedBrief } from '../../src/load/load.js';
import { loadBrief } from '../../src/load/load.js';
import { nodesAt } from '../../src/load/names.js';
import type { BriefInput } from '../../src/load/schema.js';
import type { Path } from '../../src/load/schema-errors.js';
import { below, type SchemaNode } from '../../src/load/schema-tree.js';
import { MARKINGS, type Marking, mayBeSeen } from '../../src/load/vocabulary.js';

import { visibleTo, withheldItems } from '../../src/visible/visible.js';
import { sharedSession } from '../decks/browser.js';
import { everyField } from '../decks/every-field.js';
import { filesIn } from '../decks/files.js';
import { folderOf } from '../load/folder-of.js';
import { letters, loadedFrom, PIXEL } from '../loaded.js';
import { type Canary, formsIn } from './canary.js';

const { build } = sharedSession();

const SECRET = 987_654;
const CANARY: Canary = { words: ['Zqsecretz', 'سرخفيجدا'], numbers: [SECRET] };
const PUBLIC = { id: 'public', highest: 'TLP:CLEAR' } as const;

/** Every form of the canary in every file below a folder. */
async function foundIn(folder: string): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const [name, bytes] of await filesIn(folder)) {
    const forms = await formsIn(CANARY, name, bytes);
    if (forms.length > 0) found[name] = forms;
  }
  return found;
}

describe('the search for a canary', () => {
  const png = Buffer.concat([Buffer.from('\x89PNG'), deflateSync('a Zqsecretz b')]);
  it.each<[string, Buffer]>([
    ['as it is', Buffer.from('a ZQSECRETZ b')],
    ['in base64', Buffer.from(`x ${Buffer.from('Zqsecretz b').toString('base64')}`)],
    ['in base64 after one letter', Buffer.from(`x ${Buffer.from('aZqsecretz b').toString('base64')}`)],
    ['in base64 after two letters', Buffer.from(`x ${Buffer.from('abZqsecretz b').toString('base64')}`)],
    ['in base64 of UTF-16', Buffer.from(Buffer.from('Zqsecretz bcde', 'utf16le').toString('base64'))],
    ['deflated', png],
    ['deflated in base64', Buffer.from(`url(data:x;base64,${png.toString('base64')})`)],
    ['in UTF-16', Buffer.from('Zqsecretz', 'utf16le')],
    ['in UTF-16 from the other end', Buffer.from('Zqsecretz', 'utf16le').swap16()],
    ['in hexadecimal', Buffer.from(`<${Buffer.from('Zqsecretz').toString('hex')}>`)],
    ['in character references', Buffer.from('&#90;qsecret&#x7a;')],
    ['in an address', Buffer.from('%5Aqsecret%7A')],
    ['from right to left', Buffer.from([...'سرخفيجدا'].reverse().join(''))],
    ['as a number', Buffer.from('987654')],
    ['as a number with commas', Buffer.from('987,654')],
    ['as a number with narrow spaces', Buffer.from('987\u202F654')],
    ['as a number in words', Buffer.from('nine hundred eighty-seven thousand six hundred fifty-four')],
    ['as a number in Korean words', Buffer.from('구십팔만 칠천육백오십사')],
  ])('finds it %s', async (_, bytes) => {
    expect(await formsIn(CANARY, 'file', bytes)).not.toEqual([]);
  });

  it('finds it in the name of a file, and not in a file without it', async () => {
    expect(await formsIn(CANARY, 'zqsecretz.html', Buffer.from(''))).not.toEqual([]);
    expect(await formsIn(CANARY, 'deck.html', Buffer.from('98765 and 4'.repeat(9)))).toEqual([]);
  });
});

const HEAD = `id: harbour
title: The harbour
asOf: 2026-03-02
bottomLine: The harbour stays shut.
measures:
  gap: { value: ${SECRET}, unit: hours, status: confirmed, marking: TLP:RED }
`;

async function fromYaml(yaml: string): Promise<LoadedBrief> {
  return loadBrief(path.join(await folderOf({ 'brief.yaml': yaml }), 'brief.yaml'));
}

/** The decks for the public: the longest says what all of them say. */
async function publicFiles(brief: LoadedBrief, lengths: readonly string[] = ['full']): Promise<string> {
  const out = await folderOf();
  await build({
    briefs: [brief],
    audiences: ['public'],
    lengths,
    formats: ['html', 'pdf', 'md'],
    editions: ['audience', 'speaker', 'handout'],
    // A random headline may name a measure that its chart has not.
    rules: ['headline-number=off', 'no-source=warn'],
    out,
  });
  return out;
}

/** Codes and paths of what keeps a brief from the public. */
async function refusals(
  yaml: string,
): Promise<[code: string, path: string | undefined, line: number | undefined][]> {
  const loaded = await fromYaml(yaml);
  try {
    visibleTo(loaded, PUBLIC);
    return [];
  } catch (error) {
    if (!(error instanceof BriefError)) throw error;
    return error.problems.map(({ code, path, line }) => [code, path, line]);
  }
}

describe('a withheld number', () => {
  it('takes with it the chart whose values name it, wherever they do', async () => {
    const brief = await fromYaml(`${HEAD}charts:
  - { id: lack, headline: Police lack hours, kind: bar, unit: hours, importance: 5, status: claimed, attribution: police,
      data: [{ label: Harbour, value: 3, status: claimed, attribution: "harbour police, who lack {gap} hours" }] }
claims: [{ id: open, text: The quay is open., status: confirmed }]
`);
    expect(visibleTo(brief, PUBLIC).brief.charts).toEqual([]);
    expect(await foundIn(await publicFiles(brief))).toEqual({});
  });

  const counts = (claim: string) => `${HEAD}  seen: { value: 4400, unit: hours, status: confirmed }
  other: { value: 5300, unit: hours, status: confirmed, marking: TLP:GREEN }
  old: { value: 4100, unit: hours, status: confirmed, supersededBy: gap }
rivals: [{ id: hours, question: How many hours?, measures: [seen, other, gap, old], importance: 5 }]
claims: [{ id: lack, text: "${claim}", status: confirmed, importance: 5 }]
`;

  it('takes with it what is computed from it, which would give it away', async () => {
    const brief = await fromYaml(`${HEAD}  seen: { value: 4400, unit: hours, status: confirmed }
  sum: { derived: seen + gap, unit: hours }
claims:
  - { id: all, text: "{sum} hours are needed.", status: confirmed }
  - { id: some, text: "{seen} hours are there.", status: confirmed }
`);
    const seen = visibleTo(brief, PUBLIC).brief;
    expect(Object.keys(seen.measures)).toEqual(['seen']);
    expect(seen.claims.map(({ id }) => id)).toEqual(['some']);
  });

  it('leaves no rivals to whom it leaves one of them, and no spread beside that one', async () => {
    const brief = await fromYaml(counts('Police lack {seen} hours.'));
    const seen = visibleTo(brief, PUBLIC).brief;
    expect(seen.rivals).toEqual([]);
    expect(Object.keys(seen.measures)).toEqual(['seen']);
    const out = await publicFiles(brief, ['short']);
    expect(await foundIn(out)).toEqual({});
    const text = await readFile(path.join(out, 'harbour/public-short.md'), 'utf8');
    expect(text).toContain('4,400');
    expect(text).not.toMatch(/by \d counts|How many hours/);
  });

  it('is no part of the spread of the others, which marks the slide that has it', async () => {
    const brief = await fromYaml(counts('Police lack {seen} hours.'));
    const { rivals } = visibleTo(brief, { id: 'partner', highest: 'TLP:GREEN' }).brief;
    expect(rivals.map(({ measures }) => measures)).toEqual([['seen', 'other']]);
    const [lack] = itemsOf(visibleTo(brief, { id: 'partner', highest: 'TLP:GREEN' }).brief);
    expect([lack?.id, lack?.marking]).toEqual(['lack', 'TLP:GREEN']);
  });

  it('takes with it the number that it superseded, which would stand as if it held', async () => {
    const brief = await fromYaml(counts('Police lack {old} hours.'));
    expect(visibleTo(brief, PUBLIC).brief.claims).toEqual([]);
    expect(withheldItems(brief, PUBLIC)).toEqual([
      { id: 'lack', marking: 'TLP:RED' },
      { id: 'hours', marking: 'TLP:RED' },
    ]);
  });

  it.each([
    ['a role', 'people: [{ name: Ana Ruiz, role: "engineer for {gap} hours" }]', 'people[0].role'],
    [
      'the name of a place',
      'images: [{ id: map, file: map.png, headline: The harbour, alt: A map, credit: C, licence: L, places: [{ name: "{gap} quay", at: [1, 2] }] }]',
      'images[0].places[0].name',
    ],
    ['a notice', 'notice: "{gap}"', 'notice'],
    ['an acronym', 'glossary: { "{gap}": a gap }', 'glossary["{gap}"]'],
    ['a source', 'sources: { a: { title: "On {gap}", publisher: P } }', 'sources.a.title'],
  ])('that %s spells the name of is an error of the brief, with its line', async (_, field, at) => {
    const folder = await folderOf({ 'brief.yaml': `${HEAD}${field}\n`, 'map.png': PIXEL });
    const loaded = await loadBrief(path.join(folder, 'brief.yaml'));
    const problems = (() => {
      try {
        visibleTo(loaded, PUBLIC);
        return [];
      } catch (error) {
        return error instanceof BriefError ? error.problems : [];
      }
    })();
    expect(problems.map(({ code, path, line }) => [code, path, line])).toEqual([['names-withheld', at, 7]]);
  });

  it('is in no certificate under a brace that stays a brace on the slide', async () => {
    const open = HEAD.replace('TLP:RED', 'TLP:CLEAR');
    const brief = await fromYaml(`${open}people: [{ name: Ana Ruiz, role: "engineer for {gap} hours" }]\n`);
    const out = await publicFiles(brief);
    const files = await filesIn(out);
    const certificate = files.get('harbour/public-full.json')?.toString() ?? '';
    expect(certificate).toContain('engineer for {gap} hours');
    expect(await foundIn(out)).toEqual({});
  });
});

describe('texts of the brief itself', () => {
  const closed = `id: harbour
marking: TLP:RED
title: { text: The harbour, marking: TLP:CLEAR }
subtitle: Zqsecretz subtitle
notice: Zqsecretz notice
author: Zqsecretz author
asOf: 2026-03-02
bottomLine: { text: The harbour stays shut by order of the ABC., marking: TLP:CLEAR }
topics: { quay: Zqsecretz topic }
glossary: { ABC: Zqsecretz board }
claims:
  - { id: open, text: The quay is open to the ABC., status: confirmed, marking: TLP:CLEAR, topics: [quay], importance: 5 }
  - { id: secret, text: Zqsecretz, status: confirmed }
`;

  it('bear its marking, but for a title and a bottom line that have their own', async () => {
    const brief = await fromYaml(closed);
    expect(await foundIn(await publicFiles(brief))).toEqual({});
  });

  it('are there for whoever may see them, and raise the marking of their slides', async () => {
    const { brief } = visibleTo(await fromYaml(closed), { id: 'all', highest: 'TLP:RED' });
    expect([brief.subtitle, brief.notice, brief.author]).toEqual([
      'Zqsecretz subtitle',
      'Zqsecretz notice',
      'Zqsecretz author',
    ]);
    expect(Object.keys(brief.glossary)).toEqual(['ABC']);
  });

  it('keep the brief from an audience that may not see its title or bottom line', async () => {
    const yaml =
      'id: a\nmarking: TLP:RED\ntitle: Zqsecretz\nasOf: 2026\nbottomLine: { text: It is shut., marking: TLP:CLEAR }\n';
    expect(await refusals(yaml)).toEqual([['title-withheld', 'title', 3]]);
    expect(await refusals(yaml.replace('marking: TLP:CLEAR', 'marking: TLP:RED'))).toEqual([
      ['title-withheld', 'title', 3],
      ['bottom-line-withheld', 'bottomLine', 5],
    ]);
  });
});

describe('sources that are cited in a circle', () => {
  it('bear the highest marking of the circle, whichever is asked first', async () => {
    const brief = await fromYaml(`id: a
title: T
asOf: 2026
bottomLine: B
sources:
  a: { title: A, publisher: P, citedIn: b }
  b: { title: B, publisher: P, citedIn: c }
  c: { title: C, publisher: P, citedIn: a, marking: TLP:RED }
`);
    expect(Object.keys(visibleTo(brief, PUBLIC).brief.sources)).toEqual([]);
  });
});

/** Parts of a brief that can bear a marking, and its texts that can name a measure: found by the schema. */
function fieldsOf(input: unknown): { markable: Path[]; nameable: Path[] } {
  const markable: Path[] = [];
  const nameable: Path[] = [];
  const walk = (value: unknown, nodes: readonly SchemaNode[], at: Path) => {
    if (typeof value === 'string' && nodes.some(({ measures }) => measures)) nameable.push(at);
    if (typeof value !== 'object' || value === null) return;
    if (at.length > 0 && nodes.some(({ properties }) => properties?.marking)) markable.push(at);
    for (const [key, part] of Object.entries(value)) {
      const step = Array.isArray(value) ? Number(key) : key;
      walk(part, below(nodes, step), [...at, step]);
    }
  };
  walk(input, nodesAt([]), []);
  return { markable, nameable };
}

type Data = Record<string, unknown>;
const dataAt = (data: unknown, at: Path): unknown =>
  at.reduce((value, key) => (value as Record<PropertyKey, unknown>)[key], data);

const ITEM_LISTS =
  'claims quotes events judgments indicators questions people charts comparisons options decisions images'.split(
    ' ',
  );

/** A brief with these markings and a secret number named in these texts. Ids are words of their own. */
function briefWith(markings: readonly Marking[], own: Marking, named: ReadonlySet<number>): Data {
  // An option has a field that is called as a measure is.
  const ids =
    /"(open|paper|cost|crews|one|two|three|four|five|quote|fault|opening|someday|slips|stays|tender|ferries|engineer|sides|view|face|bars|lines|table|records|several|custom|story|hire|release)"(?!:")/g;
  const filled = everyField((at, i) => {
    if (at === 'measures.cost.sources[0].evidence') return 'about 1,200,000';
    if (at === 'charts[0].unit') return 'EUR a day';
    if (at === 'quotes[0].text' || at === 'quotes[0].sources[0].evidence') return 'Words that were quoted';
    return `Word${letters(i)}z`;
  });
  const text = JSON.stringify(filled, (key, value: unknown) => (key === 'marking' ? undefined : value))
    .replace(ids, '"zq-$1"')
    .replace(/\{(cost|crews)\}/g, '{zq-$1}');
  const input = JSON.parse(text) as Data;
  input.marking = own;
  (input.title as Data).marking = 'TLP:CLEAR';
  (input.bottomLine as Data).marking = 'TLP:CLEAR';
  for (const id of ['zq-open', 'zq-paper']) (dataAt(input, ['sources', id]) as Data).marking = 'TLP:CLEAR';
  const sources = input.sources as Data;
  for (const n of [0, 1, 2]) sources[`zq-extra${n}`] = { title: `Extra${letters(n)}z`, publisher: 'P' };
  (input.measures as Data)['zq-gap'] = {
    value: SECRET,
    unit: 'hours',
    status: 'confirmed',
    marking: 'TLP:RED',
  };
  ITEM_LISTS.flatMap((list) => input[list] as Data[]).forEach((item, i) => {
    const id = ['zq-open', 'zq-paper', 'zq-extra0', 'zq-extra1', 'zq-extra2'][i % 5];
    item.sources = [{ id }];
  });
  const { markable, nameable } = fieldsOf(input);
  const FIXED = /^(?:title|bottomLine|sources,zq-(?:open|paper)|measures,zq-gap)(?:,|$)/;
  markable
    .filter((at) => !FIXED.test(at.join()))
    .forEach((at, i) => {
      (dataAt(input, at) as Data).marking = markings[i % markings.length];
    });
  nameable
    .filter((at) => !FIXED.test(at.join()) && at[0] !== 'measures')
    .forEach((at, i) => {
      const parent = dataAt(input, at.slice(0, -1)) as Record<PropertyKey, unknown>;
      const key = at.at(-1) ?? '';
      if (named.has(i)) parent[key] = `${String(parent[key])} Zqsecretz {zq-gap}`;
    });
  return input;
}

/**
 * The same brief as somebody would write it who never knew of what is withheld: found by looking for ids in the text of
 * each part, without anything of the code under test.
 */
function openOnly(input: Data): Data {
  const own = input.marking as Marking;
  const isClosed = (marking: unknown) => !mayBeSeen((marking ?? own) as Marking, 'TLP:CLEAR');
  const parts = [
    ...ITEM_LISTS.flatMap((list) => (input[list] as Data[]).map((item) => [String(item.id), item] as const)),
    ...['sources', 'measures'].flatMap((group) => Object.entries(input[group] as Record<string, Data>)),
  ];
  const closed = new Set(parts.flatMap(([id, part]) => (isClosed(part.marking) ? [id] : [])));
  const names = (part: unknown) => {
    // A judgment and a chart are there without what they may do without.
    const text = JSON.stringify(part, (key, value: unknown) =>
      key === 'basis' || key === 'beside' || key === 'id'
        ? Array.isArray(value)
          ? undefined
          : value
        : value,
    );
    return [...closed].some((id) => text.includes(`"${id}"`) || text.includes(`{${id}}`));
  };
  for (let before = -1; before < closed.size; ) {
    before = closed.size;
    for (const [id, part] of parts) if (names({ ...part, id: undefined })) closed.add(id);
  }
  const copy = structuredClone(input);
  for (const list of ITEM_LISTS)
    copy[list] = (copy[list] as Data[]).filter(({ id }) => !closed.has(String(id)));
  for (const group of ['sources', 'measures'])
    copy[group] = Object.fromEntries(Object.entries(copy[group] as Data).filter(([id]) => !closed.has(id)));
  for (const item of [...(copy.judgments as Data[]), ...(copy.charts as Data[])]) {
    for (const key of ['basis', 'beside']) {
      if (Array.isArray(item[key])) item[key] = item[key].filter((id) => !closed.has(String(id)));
      if (key === 'beside' && Array.isArray(item[key]) && item[key].length === 0) delete item[key];
    }
  }
  if (isClosed(own))
    for (const field of ['subtitle', 'notice', 'author', 'topics', 'glossary']) delete copy[field];
  if (copy.subtitle !== undefined && names(copy.subtitle)) delete copy.subtitle;
  return copy;
}

const TABLE = { x: ['a', 'b'], series: [{ label: 'c', values: [1, 2] }] };
const loaded = (input: unknown) => {
  const charts = (input as { charts: { id: string }[] }).charts.map(({ id }) => id);
  const tables = ['zq-table', 'zq-records'].filter((id) => charts.includes(id));
  return loadedFrom(input as BriefInput, new Map(tables.map((id) => [id, TABLE])));
};

const marked = fc
  .record({
    markings: fc.array(
      fc.oneof(
        { weight: 6, arbitrary: fc.constant<Marking>('TLP:CLEAR') },
        { weight: 3, arbitrary: fc.constantFrom(...MARKINGS) },
      ),
      { minLength: 60, maxLength: 60 },
    ),
    own: fc.oneof(
      { weight: 3, arbitrary: fc.constant<Marking>('TLP:CLEAR') },
      { weight: 1, arbitrary: fc.constantFrom(...MARKINGS) },
    ),
    named: fc.array(fc.nat(150), { maxLength: 12 }),
  })
  .map(({ markings, own, named }) => briefWith(markings, own, new Set(named)));

describe('a brief without what is withheld', () => {
  it('has parts that bear a marking and texts that name measures, as many as the schema has', () => {
    const { markable, nameable } = fieldsOf(briefWith(['TLP:CLEAR'], 'TLP:CLEAR', new Set()));
    const lists = new Set(markable.map(([list]) => String(list)));
    expect([...lists].sort()).toEqual([...ITEM_LISTS, 'bottomLine', 'measures', 'sources', 'title'].sort());
    expect(nameable.length).toBeGreaterThan(50);
  });

  it('is the same to whoever may not see that', () => {
    let withheld = 0;
    fc.assert(
      fc.property(marked, (input) => {
        const { placeOf: _, pathInFile: __, ...all } = visibleTo(loaded(input), PUBLIC);
        const { placeOf: ___, pathInFile: ____, ...open } = visibleTo(loaded(openOnly(input)), PUBLIC);
        // Told apart here, which is quick, and shown there.
        if (!isDeepStrictEqual(all, open)) expect(all).toEqual(open);
        expect(JSON.stringify(all)).toBe(JSON.stringify(open));
        expect(JSON.stringify([...all.tables, ...all.images.keys()])).not.toContain('zq-gap');
        if (ITEM_LISTS.some((list) => all.brief[list as 'claims'].length < (input[list] as Data[]).length))
          withheld++;
      }),
      { numRuns: 150 },
    );
    expect(withheld).toBeGreaterThan(100);
  });

  it('makes the same files, byte for byte, and the canary is in none', async () => {
    const [first, second] = fc.sample(marked, { seed: 7, numRuns: 2 });
    for (const input of [first, second]) {
      if (!input) throw new Error('no brief');
      const [all, open] = await Promise.all(
        [input, openOnly(input)].map((data) => publicFiles(loaded(data), ['flash', 'full'])),
      );
      if (all === undefined || open === undefined) throw new Error('no files');
      const [files, openFiles] = await Promise.all([filesIn(all), filesIn(open)]);
      expect([...files.keys()]).toEqual([...openFiles.keys()]);
      for (const [name, bytes] of files) expect(openFiles.get(name)?.equals(bytes), name).toBe(true);
      expect(await foundIn(all)).toEqual({});
    }
  });
});
