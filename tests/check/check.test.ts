import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/core/problem.js';
import { inDeckLanguage, type LoadedBrief } from '../../src/load/load.js';
import { parseBrief } from '../../src/load/parse.js';
import type { BriefInput } from '../../src/load/schema.js';
import type { Path } from '../../src/load/schema-errors.js';
import { checkBrief } from '../../src/rules/brief/check.js';
import { problemsOf, readLevels } from '../../src/rules/findings.js';
import { RULE_IDS, type RuleId } from '../../src/rules/registry.js';

const ARCHIVE = `The port says that nearly 4,700 lorries use the detour. It costs hauliers “about 1.2 million euros” every day.
Some fifteen thousand people cross daily; 23,3 % of them on foot. Ana Ruiz: "We will not open it a day early." In 2024 the
bridge was painted. It reopens in April.`;

type Input = Partial<BriefInput>;

/** A clean brief with one archived source, changed by `change`; in Korean, where the change gives it texts in Korean. */
function loaded(change: object = {}, archive = ARCHIVE): LoadedBrief {
  const data = {
    id: 'b',
    title: 'The bridge',
    asOf: '2026-03-02',
    bottomLine: 'It is shut.',
    sources: {
      notice: { title: 'Notice', publisher: 'Port', text: 'notice.txt', sha256: 'a'.repeat(64) },
      other: { title: 'O', publisher: 'P' },
    },
    ...change,
  };
  const { brief, translations, problems } = parseBrief({ data, file: 'brief.yaml', placeOf: () => ({}) });
  expect(problems).toEqual([]);
  if (!brief) throw new Error('There is no brief.');
  const read = {
    brief,
    translations,
    tables: new Map(),
    archives: new Map([['notice', { text: archive, sha256: 'a'.repeat(64) }]]),
    images: new Map(),
    placeOf: () => ({}),
    pathInFile: (path: Path) => path,
    file: 'brief.yaml',
  };
  return inDeckLanguage(read, 'ko');
}

/** A claim that counts something, in English and in Korean. */
const translated = (ko: string | undefined): object => ({
  title: { en: 'The bridge', ko: '다리' },
  bottomLine: { en: 'It is shut.', ko: '닫혀 있다.' },
  ...measure(4700, 'nearly', 'nearly 4,700 lorries'),
  claims: [
    {
      id: 'c',
      text: { en: '{n} lorries drive.', ...(ko !== undefined && { ko }) },
      status: 'confirmed',
      sources: ['other'],
    },
  ],
});

const measure = (
  value: number,
  precision: 'exact' | 'about' | 'nearly' | 'over',
  evidence: string,
  unit = 'x',
): Input => ({
  measures: { n: { value, unit, precision, status: 'confirmed', sources: [{ id: 'notice', evidence }] } },
});
const claim = (text: string, evidence?: string): Input => ({
  claims: [
    {
      id: 'c',
      text,
      status: 'confirmed',
      sources: [evidence === undefined ? 'notice' : { id: 'notice', evidence }],
    },
  ],
});
const quote = (text: string, id = 'notice', evidence?: string): Input => ({
  quotes: [{ id: 'q', text, speaker: 'Ana Ruiz', sources: [evidence === undefined ? id : { id, evidence }] }],
});
const event = (date: string, status: 'confirmed' | 'estimated'): Input => ({
  events: [
    {
      id: 'e',
      date,
      text: 'It opens.',
      status,
      ...(status === 'estimated' ? { attribution: 'port' } : {}),
      sources: ['notice'],
    },
  ],
});
const dated = (date: string, text: string, evidence: string): Input => ({
  events: [
    {
      id: 'e',
      date,
      text,
      status: 'estimated',
      attribution: 'port',
      sources: [{ id: 'notice', evidence }],
    },
  ],
});
const secondHand = (evidence: string): Input => ({
  sources: {
    notice: { title: 'Notice', publisher: 'Port', text: 'notice.txt', sha256: 'a'.repeat(64) },
    count: { title: 'Count', publisher: 'Institute', citedIn: 'notice' },
    other: { title: 'O', publisher: 'P', citedIn: 'count' },
  },
  claims: [
    { id: 'c', text: 'Lorries use the detour.', status: 'confirmed', sources: [{ id: 'other', evidence }] },
  ],
});
const chart = (headline: string): Input => ({
  charts: [
    {
      id: 'ch',
      headline,
      kind: 'bar',
      unit: 'x',
      data: [
        { label: 'a', value: 140 },
        { label: 'b', range: [260, 300] },
      ],
      sources: ['notice'],
    },
  ],
});
const judgment = (text: string): Input => ({ judgments: [{ id: 'j', text, by: 'us', sources: ['notice'] }] });

/** A claim whose evidence holds the number of one of two measures. */
const named = (text: string): Input => ({
  measures: {
    n: { value: 460, unit: 'lorries', status: 'confirmed', sources: ['other'] },
    m: { value: 4700, unit: 'lorries', precision: 'nearly', status: 'confirmed', sources: ['other'] },
  },
  ...claim(text, 'nearly 4,700 lorries use the detour'),
});

/** An event that its source, of 2 March 2026, a Monday, dates from its own day. */
const yesterday = (date: string, day = 'yesterday'): Input => ({
  sources: {
    notice: { title: 'Notice', publisher: 'Port', text: 'notice.txt', sha256: 'a'.repeat(64) },
    other: { title: 'O', publisher: 'P', issued: '2026-03-02' },
  },
  events: [{ id: 'e', date, text: 'It shut.', sources: [{ id: 'other', evidence: `it shut ${day}` }] }],
});

/** The words of Ana Ruiz, whom the notice names, by somebody. */
const spoken = (speaker: string): Input => ({
  quotes: [{ id: 'q', text: 'We will not open it a day early.', speaker, sources: ['notice'] }],
  people: [
    { name: 'Ana Ruiz', role: 'engineer', sources: ['notice'] },
    { name: 'Mara Vidal', role: 'chair', sources: ['notice'] },
  ],
});

/** A confirmed claim from a source of some grade. */
const graded = (grade: string): Input => ({
  sources: {
    notice: { title: 'Notice', publisher: 'Port', text: 'notice.txt', sha256: 'a'.repeat(64), grade },
    other: { title: 'O', publisher: 'P' },
  },
  ...claim('It is shut.'),
});

/** A claim that says a measure of some unit. */
const said = (text: string, unit: string): Input => ({
  measures: { n: { value: 460, unit, status: 'confirmed', sources: ['other'] } },
  ...claim(text),
});

/** A claim that types the number of a measure, which stands in its evidence. */
const typed = (text: string, unit: string): Input => ({
  ...said('It is shut.', unit),
  claims: [{ id: 'c', text, status: 'confirmed', sources: [{ id: 'other', evidence: text }] }],
});

/** A claim of a number that is disputed. */
const sure = (status: 'confirmed' | 'disputed'): Input => ({
  measures: {
    n: { value: 460, unit: 'lorries', status: 'disputed', attribution: 'port', sources: ['other'] },
  },
  claims: [{ id: 'c', text: '{n} lorries wait.', status, attribution: 'port', sources: ['other'] }],
});

/** Each fault, and the twin that looks like it and is none. */
/** A timeline over seven days, from the first to the last. */
const spanned = (headline: string): Input => ({
  events: [
    { id: 'first', date: '2026-02-20', text: 'It began.', sources: ['other'] },
    { id: 'last', date: '2026-02-26', text: 'It ended.', sources: ['other'] },
  ],
  charts: [{ id: 'h', headline, kind: 'timeline', events: ['first', 'last'], sources: ['other'] }],
});

/** A claim on lorries and cars: 460 and 230, and 700 in all. */
const compared = (text: string, evidence?: string): Input => ({
  measures: {
    lorries: { value: 460, unit: 'vehicles', status: 'confirmed', sources: ['other'] },
    cars: { value: 230, unit: 'vehicles', status: 'confirmed', sources: ['other'] },
    all: { value: 700, unit: 'vehicles', precision: 'about', status: 'confirmed', sources: ['other'] },
    more: { value: 720, unit: 'vehicles', status: 'confirmed', sources: ['other'] },
  },
  claims: [{ id: 'c', text, status: 'confirmed', sources: [{ id: 'other', evidence }] }],
});

const CASES: [rule: RuleId, fault: Input, twin: Input, archive?: string][] = [
  [
    'evidence-missing',
    claim('Lorries drive.', 'nearly 4,800 lorries'),
    claim('Lorries drive.', 'nearly 4,700 lorries'),
  ],
  [
    'evidence-missing',
    claim('Hauliers pay.', 'about 1.2 million dollars'),
    claim('Hauliers pay.', 'hauliers "about 1.2 million euros"'),
  ],
  [
    'evidence-missing',
    claim('Lorries drive.', 'lorries use  the bridge'),
    claim('Lorries drive.', 'lorries use  the\n detour'),
  ],
  ['evidence-missing', secondHand('lorries use the moon'), secondHand('lorries use the detour')],
  [
    'evidence-date',
    dated('2014', 'The bridge was painted.', 'In 2024 the bridge'),
    dated('2024-05', 'The bridge was painted.', 'In 2024 the bridge'),
  ],
  [
    'evidence-date',
    dated('2026-05', 'It reopens.', 'It reopens in April'),
    dated('2026-04', 'It reopens.', 'It reopens in April'),
  ],
  [
    'evidence-number',
    measure(4800, 'nearly', 'nearly 4,700 lorries'),
    measure(4700, 'nearly', 'nearly 4,700 lorries'),
  ],
  [
    'evidence-number',
    measure(12_000_000, 'about', 'about 1.2 million euros', 'EUR'),
    measure(1_200_000, 'about', 'about 1.2 million euros', 'EUR'),
  ],
  [
    'evidence-number',
    measure(50_000, 'about', 'Some fifteen thousand people'),
    measure(15_000, 'about', 'Some fifteen thousand people'),
  ],
  [
    'evidence-number',
    measure(233, 'exact', '23,3 % of them', '%'),
    measure(23.3, 'exact', '23,3 % of them', '%'),
  ],
  ['evidence-number', measure(3, 'exact', 'on foot'), measure(2024, 'exact', 'In 2024')],
  [
    'evidence-precision',
    measure(4700, 'about', 'nearly 4,700 lorries'),
    measure(4700, 'nearly', 'nearly 4,700 lorries'),
  ],
  ['evidence-precision', measure(4700, 'exact', 'nearly 4,700 lorries'), measure(2024, 'exact', 'In 2024')],
  [
    'evidence-precision',
    measure(1_200_000, 'over', 'about 1.2 million euros', 'EUR'),
    measure(1_200_000, 'about', 'about 1.2 million euros', 'EUR'),
  ],
  ['quote-verbatim', quote('We will not open it an hour early.'), quote('We will not open it a day early.')],
  ['quote-verbatim', quote('We will open it a day early.'), quote('We will not … a day early.')],
  [
    'quote-verbatim',
    quote('We will never open it a day early.'),
    quote('[The port] will not open it [the bridge] a day early.'.replace('it [the bridge] a', 'it a')),
  ],
  [
    'quote-verbatim',
    quote('It is likely shut.', 'other', 'It is shut'),
    quote('It is shut.', 'other', 'It is shut'),
  ],
  [
    'stale-source',
    { sources: { notice: { title: 'N', publisher: 'P', text: 'n.txt', sha256: 'b'.repeat(64) } } },
    {},
  ],
  [
    'evidence-precision',
    measure(1020, 'exact', 'over 1 020 tonnes were shipped'),
    measure(1020, 'exact', 'Shipments over 1 020 tonnes need a licence', 't'),
    'In March over 1 020 tonnes were shipped. Shipments over 1 020 tonnes need a licence.',
  ],
  [
    'quote-verbatim',
    quote('We have waited since 1988.'),
    quote('We have waited since 1998.'),
    '“We have waited since 1998,” said Ruiz.',
  ],
  ['future-confirmed', event('2026-04', 'confirmed'), event('2026-04', 'estimated')],
  ['future-confirmed', event('2026-03-03', 'confirmed'), event('2026-03-02', 'confirmed')],
  ['future-confirmed', event('2027', 'confirmed'), event('2026', 'confirmed')],
  [
    'unheld-number',
    claim('Some 900 lorries wait.'),
    claim('Some 4,700 lorries drive.', 'nearly 4,700 lorries'),
  ],
  ['unheld-number', claim('It shut in 2019.'), claim('It shut on 2 March 2026.')],
  [
    'unheld-number',
    claim('It costs 1.3 million.', 'about 1.2 million euros'),
    claim('It costs 1.2 million.', 'about 1.2 million euros'),
  ],
  ['unheld-number', { bottomLine: 'It costs 500 a day.' }, { bottomLine: 'It costs hauliers.' }],
  [
    'likelihood-with-confidence',
    judgment('It is likely, with high confidence, that it slips.'),
    judgment('It is likely that it slips. We have high confidence in the source.'),
  ],
  [
    'second-scale',
    judgment('It is highly probable that it slips.'),
    judgment('It is very likely that it slips.'),
  ],
  ['typed-number', typed('Some 460 lorries wait.', 'lorries'), typed('Some 460 buses wait.', 'lorries')],
  [
    'typed-number',
    typed('About 460 heavy lorries wait.', 'lorries'),
    typed('460, the lorries say.', 'lorries'),
  ],
  ['derived-number', spanned('Shut in 8 days'), spanned('Shut in 7 days')],
  ['derived-number', spanned('Shut in eight days'), spanned('Shut within six days')],
  ['derived-number', spanned('Shut for three weeks'), spanned('Shut in a week, after 8 warnings')],
  [
    'derived-number',
    compared('{cars} of {lorries} vehicles, or a third.'),
    compared('{cars} vehicles of {lorries}, or half.'),
  ],
  [
    'derived-number',
    compared('{lorries}, three times the {cars} of old.'),
    compared('{lorries}, twice the {cars} vehicles of old.'),
  ],
  [
    'derived-number',
    compared('Of {lorries} and {cars} vehicles, a third were red.'),
    compared('Of {lorries} and {cars} vehicles, a third were red.', 'a third were red'),
  ],
  [
    'derived-number',
    compared('{more} vehicles in all: {lorries} and {cars} vehicles.'),
    compared('{all} vehicles in all: {lorries} and {cars} vehicles.'),
  ],
  ['typed-number', typed('It rained 460 mm.', 'mm'), typed('It rained 460 times.', 'mm')],
  ['typed-number', typed('It costs €460.', 'EUR'), typed('It costs £460.', 'EUR')],
  [
    'evidence-unit',
    measure(1_200_000, 'about', 'about 1.2 million euros', 'USD'),
    measure(1_200_000, 'about', 'about 1.2 million euros', 'EUR'),
  ],
  [
    'evidence-unit',
    measure(1020, 'exact', '1 020 tonnes', 'kg'),
    measure(1020, 'exact', '1 020 tonnes', 't'),
    'It took 1 020 tonnes.',
  ],
  [
    'evidence-unit',
    measure(4700, 'nearly', 'nearly 4,700 lorries', '%'),
    measure(4700, 'nearly', 'nearly 4,700 lorries', 'vehicles'),
  ],
  [
    'evidence-unit',
    measure(23.3, 'exact', '23,3 % of them', 'people'),
    measure(23.3, 'exact', '23,3 % of them', '%'),
  ],
  ['evidence-precision', measure(4700, 'over', '4,700 lorries'), measure(4700, 'about', '4,700 lorries')],
  ['evidence-number', named('{n} lorries drive.'), named('{m} lorries drive.')],
  ['evidence-date', yesterday('2026-02-27'), yesterday('2026-03-01')],
  ['evidence-date', yesterday('2026-02-27', 'on Sunday'), yesterday('2026-03-01', 'on Sunday')],
  ['speaker', spoken('Mara Vidal'), spoken('Ana Ruiz')],
  ['speaker', spoken('Mara Vidal'), spoken('Port')],
  ['surer-than-source', graded('C3'), graded('B2')],
  ['surer-than-measure', sure('confirmed'), sure('disputed')],
  [
    'unit-missing',
    said('{n} of crude is gone.', 'barrels'),
    said('{n} barrels of crude are gone.', 'barrels'),
  ],
  [
    'unit-missing',
    said('{n} of crude is gone.', 'barrels'),
    said('In the port {n} of them are gone.', 'barrels'),
  ],
  ['unit-missing', said('{n} inches of rain fell.', 'mm'), said('{n} millimetres of rain fell.', 'mm')],
  ['unit-missing', said('{n} per cent are gone.', 'homes'), said('{n} of rain fell.', 'mm')],
  ['unit-missing', said('{n} hours are lost.', 'lorries'), said('{n} second lorries came.', 'lorries')],
  ['headline-number', chart('The ferry costs 150'), chart('The ferry costs 140')],
  ['headline-number', chart('The detour costs up to 320'), chart('The detour costs up to 300')],
  [
    'mixed-units',
    {
      charts: [
        {
          id: 'ch',
          headline: 'A',
          kind: 'bar',
          unit: '%',
          data: [{ label: 'a', measure: 'n' }],
          sources: ['other'],
        },
      ],
      measures: { n: { value: 5, unit: 'EUR', status: 'confirmed', sources: ['other'] } },
    },
    {
      charts: [
        {
          id: 'ch',
          headline: 'A',
          kind: 'bar',
          unit: 'EUR a day',
          data: [{ label: 'a', measure: 'n' }],
          sources: ['other'],
        },
      ],
      measures: { n: { value: 5, unit: 'EUR', status: 'confirmed', sources: ['other'] } },
    },
  ],
  ['translation-numbers', translated('화물차가 달린다.'), translated('화물차 {n} 대가 달린다.')],
  ['untranslated', translated(undefined), translated('화물차 {n} 대가 달린다.')],
  ['no-source', { claims: [{ id: 'c', text: 'It is shut.', status: 'confirmed' }] }, claim('It is shut.')],
  [
    'no-source-number',
    { events: [{ id: 'e', date: '2026-02-27', text: 'It shuts.' }] },
    { events: [{ id: 'e', date: '2026-02-27', text: 'It shuts.', sources: ['other'] }] },
  ],
  [
    'drift',
    claim('Only lorries use the detour.', 'lorries use the detour'),
    claim('Lorries take the detour.', 'lorries use the detour'),
  ],
  [
    'superseded-lead',
    {
      bottomLine: 'The detour takes {first} lorries.',
      measures: {
        first: { value: 5, unit: 'lorries', status: 'confirmed', sources: ['other'], supersededBy: 'second' },
        second: { value: 6, unit: 'lorries', status: 'confirmed', sources: ['other'] },
      },
    },
    {
      bottomLine: 'The detour takes {second} lorries.',
      measures: {
        first: { value: 5, unit: 'lorries', status: 'confirmed', sources: ['other'], supersededBy: 'second' },
        second: { value: 6, unit: 'lorries', status: 'confirmed', sources: ['other'] },
      },
    },
  ],
  ['leans-on', claim('These lorries take the detour.'), claim('This year lorries take the detour.')],
];

describe('a rule', () => {
  it.each(
    CASES.map(([rule, fault, twin, archive], i) => ({
      name: `${i + 1} ${rule}`,
      rule,
      fault,
      twin,
      archive,
    })),
  )('finds its fault and spares its twin: $name', ({ rule, fault, twin, archive }) => {
    expect(checkBrief(loaded(fault, archive)).findings.map((finding) => finding.rule)).toContain(rule);
    expect(checkBrief(loaded(twin, archive)).findings.map((finding) => finding.rule)).toEqual([]);
  });

  it('is tried by a fault of its own', () => {
    const ofBriefs = RULE_IDS.slice(0, RULE_IDS.indexOf('does-not-fit'));
    expect([...new Set(CASES.map(([rule]) => rule))].sort()).toEqual([...ofBriefs].sort());
  });

  it('shows the closest passage with what was changed', () => {
    const [finding] = checkBrief(loaded(quote('We will not open it an hour early.'))).findings;
    expect(finding?.hint).toMatch(/not open it .*\[-day-\]\{\+hour\+\} early/);
    expect(finding?.path).toEqual(['quotes', 0, 'text']);
  });
});

describe('severities', () => {
  const brief = loaded({ claims: [{ id: 'c', text: 'It is shut.', status: 'confirmed' }] });
  it('are those of the rules, unless a call sets them', () => {
    const problems = (...settings: string[]) =>
      problemsOf(checkBrief(brief).findings, brief, readLevels(settings));
    expect(problems()).toMatchObject([{ code: 'no-source', severity: 'error', path: 'claims[0]' }]);
    expect(problems('no-source=warn')).toMatchObject([{ code: 'no-source', severity: 'warn' }]);
    expect(problems('no-source=off')).toEqual([]);
    expect(problems('all=off', 'no-source=warn')).toMatchObject([{ severity: 'warn' }]);
  });

  it('count what was checked', () => {
    expect(checkBrief(brief).checked.get('no-source')).toBe(1);
  });
  it('are refused where rule or level is unknown', () => {
    expect(() => readLevels(['no-sources=off'])).toThrow(UsageError);
    expect(() => readLevels(['no-source=loud'])).toThrow(/Write no-source=off/);
  });
});
