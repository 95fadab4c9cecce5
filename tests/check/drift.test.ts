/** Statements against their evidence: what once was wrong is found, and what stands in its place is not. */
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { loadBrief } from '../../src/load/load.js';
import { parseBrief } from '../../src/load/parse.js';
import type { BriefInput } from '../../src/load/schema.js';
import { checkBrief } from '../../src/rules/brief/check.js';

/** What the rule finds in a brief beside this test, by item. */
async function driftIn(name: string): Promise<Record<string, string>> {
  const loaded = await loadBrief(fileURLToPath(new URL(`drift/${name}.yaml`, import.meta.url)));
  const { claims, questions } = loaded.brief;
  const found = checkBrief(loaded).findings.filter(({ rule }) => rule === 'drift');
  const idOf = ([list, i]: readonly PropertyKey[] = []) =>
    (list === 'claims' ? claims : questions)[Number(i)]?.id;
  return Object.fromEntries(found.map(({ path, message }) => [idOf(path), message]));
}

it('sentences that said more than their evidence are found, with what they add', async () => {
  expect(await driftIn('old')).toEqual({
    region: expect.stringMatching(/says "only".*names Kursk/),
    turn: expect.stringContaining('too short to carry it'),
    end: expect.stringContaining('too short to carry it'),
    admission: expect.stringMatching(/says "admitted".*names June/),
    exchange: expect.stringContaining('leaves out "offers"'),
    first: expect.stringMatching(/says "first".*names June/),
  });
});

it('sentences that say what their evidence says are not', async () => {
  expect(await driftIn('mended')).toEqual({});
});

const SHUT = 'The port says that the two decks may be closed to lorries, which use the detour in April.';

/** A claim on one sentence of a source. */
const claim = (text: string, change: object = {}, evidence = SHUT): BriefInput => ({
  id: 'b',
  title: 'The bridge',
  asOf: '2026-03-02',
  bottomLine: 'It is shut.',
  sources: { notice: { title: 'Notice', publisher: 'Port of Orla' } },
  glossary: { HGV: 'heavy goods vehicle' },
  claims: [
    {
      id: 'c',
      text,
      status: 'reported',
      attribution: 'the port',
      sources: [{ id: 'notice', evidence }],
      ...change,
    },
  ],
});

function findingsIn(data: object): string[] {
  const { brief } = parseBrief({ data, file: 'brief.yaml', placeOf: () => ({}) });
  if (!brief) throw new Error('There is no brief.');
  const { findings, checked } = checkBrief({
    brief,
    original: brief,
    archives: new Map(),
    tables: new Map(),
  });
  expect(checked.get('drift') ?? 0).toBe(brief.language === 'en' ? 1 : 0);
  return findings.filter(({ rule }) => rule === 'drift').map(({ message }) => message);
}

const confirmed = { status: 'confirmed', attribution: undefined };

it.each<[name: string, fault: BriefInput, finding: string, twin: BriefInput]>([
  ['an exclusion', claim('Only lorries use the detour.'), 'says "Only"', claim('Lorries use the detour.')],
  [
    'a whole',
    claim('The decks may be closed to every lorry.'),
    'says "every"',
    claim('The decks may be closed to every lorry.', {}, 'closed to all lorries on the decks'),
  ],
  [
    'a superlative',
    claim('Lorries use the longest detour.'),
    'says "longest"',
    claim('Lorries of the west use the detour as the latest request.'),
  ],
  [
    'a negation',
    claim('Lorries do not use the decks.'),
    'says "not"',
    claim('Lorries do not use the decks.', {}, 'lorries are unable to use the decks'),
  ],
  [
    'a hedge lost',
    claim('The decks are closed to lorries.', confirmed),
    'leaves out "may"',
    claim('The decks may be closed to lorries.', confirmed),
  ],
  [
    'an intention told as done',
    claim('The port closes the decks to lorries.', {}, 'The port plans to close the decks to lorries'),
    'leaves out "plans"',
    claim('The port plans to close its decks.', {}, 'The port plans to close the decks to lorries'),
  ],
  [
    'a name',
    claim('Lorries from Velm use the detour, and those of Velm wait.'),
    'names Velm',
    claim('Lorries use the detour, says the Port of Orla.'),
  ],
  [
    'a month',
    claim('Lorries use the detour in April and in June.'),
    'names June',
    claim('Lorries use the detour in April.'),
  ],
  [
    'a negation lost',
    claim('The ferries carry lorries.', {}, 'the ferries do not carry lorries, the port says'),
    'leaves out "not"',
    claim('The ferries carry lorries.', {}, 'the ferries carry lorries, but not less than before'),
  ],
  [
    'a possibility lost, though somebody says it',
    claim('The ferries carry lorries.', {}, 'the ferries may carry lorries'),
    'leaves out "may"',
    claim('The ferries carry lorries.', { caveat: 'Not certain.' }, 'the ferries may carry lorries'),
  ],
  [
    'a direction turned',
    claim('The traffic of lorries fell.', {}, 'the traffic of lorries rose'),
    'says "fell", where its evidence says "rose"',
    claim('The traffic of lorries declined.', {}, 'the traffic of lorries fell'),
  ],
  [
    'evidence that says something else',
    claim('Ferries sail by night.'),
    'too short to carry it',
    claim('HGV traffic uses a detour.', {}, 'each heavy goods vehicle takes a detour'),
  ],
])('%s is found, and its twin is not', (_, fault, finding, twin) => {
  expect(findingsIn(fault).join()).toContain(finding);
  expect(findingsIn(twin)).toEqual([]);
});

it('a first is one in other words too', () => {
  const first = claim(
    'As never before, lorries use the detour.',
    {},
    'for the first time lorries use the detour',
  );
  expect(findingsIn(first)).toEqual([]);
});

it('what a source does not say needs no evidence', () => {
  expect(findingsIn(claim('Lorries use the detour, but the port does not say which.'))).toEqual([]);
  expect(findingsIn(claim('Lorries use the detour, but the port closes none.'))).not.toEqual([]);
});

it('what cites no evidence, and what is in another language, is not compared', () => {
  expect(findingsIn({ ...claim('Nur Lastwagen fahren.'), language: 'de' })).toEqual([]);
});

/** Statements of four briefs from articles that the rule once found, though their evidence carries them. */
it.each<[name: string, clean: BriefInput]>([
  [
    'the highest court for the Supreme Court',
    claim('The highest court closed the decks.', {}, 'The Supreme Court closed the decks'),
  ],
  [
    'what is to come, as an estimate',
    claim('The detour grows.', { status: 'estimated' }, 'the detour would grow'),
  ],
  [
    'a video that appeared',
    claim('A video shows the decks.', confirmed, 'a video of the decks appeared on television'),
  ],
  [
    'an acronym for a name with small words in it',
    claim(
      'The decks are closed, says MIT.',
      {},
      'the decks are closed, says the Massachusetts Institute of Technology',
    ),
  ],
  [
    'an acronym of the glossary for whom it is attributed to',
    claim(
      'Lorries take the detour, the HGV says.',
      { attribution: 'a heavy goods vehicle' },
      'Lorries take the detour',
    ),
  ],
  ['applied for apply', claim('Strict rules are applied.', {}, 'to apply them')],
  [
    'a capital after a semicolon',
    claim(
      'The decks are closed to lorries; This is so in April.',
      {},
      'the decks are closed to lorries in April',
    ),
  ],
])('%s is no drift', (_, clean) => {
  expect(findingsIn(clean)).toEqual([]);
});

it('what is to come and is told as done is found where nothing says that it is an estimate', () => {
  expect(findingsIn(claim('The detour grows.', {}, 'the detour would grow'))).toEqual([
    expect.stringContaining('leaves out "would"'),
  ]);
});
