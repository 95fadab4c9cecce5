/** Briefs and texts for property tests. */
import fc from 'fast-check';
import { type Brief, type BriefInput, briefSchema } from '../src/load/schema.js';
import { MARKINGS, STATUSES } from '../src/load/vocabulary.js';

const marking = fc.option(fc.constantFrom(...MARKINGS), { nil: undefined });
const words = fc
  .array(
    fc.constantFrom('bridge', 'closed', 'the', 'port', 'cable', 'says', 'and', 'nobody', 'lorry', 'April'),
    {
      minLength: 2,
      maxLength: 22,
    },
  )
  .map((list) => `${list.join(' ')}.`);

/** Up to five minutes of it, so that no length has time for everything. */
const speech = fc.integer({ min: 50, max: 650 }).map((count) => `${'and so on '.repeat(count / 3)}and on.`);

/** What every item may carry; references are to the fixed sources, measures and claims of the generated brief. */
const common = {
  importance: fc.integer({ min: 1, max: 5 }),
  topics: fc.subarray(['transport', 'economy', 'cause']),
  marking,
  sources: fc.subarray(['open', 'green', 'amber', 'red']),
  notes: fc.option(fc.oneof(words, speech), { nil: undefined }),
};
const hedge = {
  status: fc.constantFrom(...STATUSES),
  attribution: words,
  caveat: fc.option(words, { nil: undefined }),
};
const text = fc
  .tuple(fc.constantFrom('', '{cost} ', '{lorries} ', '{secret} ', '{early} ', '{gate} '), words)
  .map(([measure, rest]) => measure + rest);

const listOf = <T extends object>(name: string, item: fc.Arbitrary<T>, maxLength: number) =>
  fc.array(item, { maxLength }).map((items) => items.map((entry, i) => ({ id: `${name}-${i}`, ...entry })));

/** For some claims, the places of those that they answer and follow. */
const link = fc.oneof(
  { weight: 2, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.nat({ max: 5 }) },
);
const links = fc.array(fc.record({ answers: link, follows: link }), { minLength: 14, maxLength: 14 });

/** Each claim with its links to claims before it. */
const linked = <T extends { id: string }>(
  claims: readonly T[],
  to: readonly { answers?: number | undefined; follows?: number | undefined }[],
) =>
  claims.map((claim, i) => {
    const before = (place: number | undefined) =>
      place === undefined || place >= i ? undefined : claims[place]?.id;
    return { ...claim, answers: before(to[i]?.answers), follows: before(to[i]?.follows) };
  });

/** Valid briefs with every kind of item at every marking. */
export const briefInput: fc.Arbitrary<BriefInput> = fc
  .record({
    claims: listOf('claim', fc.record({ text, ...hedge, ...common }), 14),
    quotes: listOf(
      'quote',
      fc.record({ text: words, speaker: fc.constant('Ana Ruiz'), ...hedge, ...common }),
      3,
    ),
    events: listOf(
      'event',
      fc.record({
        text: words,
        date: fc.constantFrom('2026-02-27', '2026-03', '2026-summer', '2027'),
        ...hedge,
        ...common,
      }),
      6,
    ),
    judgments: listOf(
      'judgment',
      fc.record({
        text,
        by: fc.constant('our assessment'),
        basis: fc.subarray(['claim-0', 'claim-1', 'claim-2', 'claim-3'], { maxLength: 2 }),
        likelihood: fc.option(fc.constantFrom('likely' as const, 'almost certain' as const), {
          nil: undefined,
        }),
        ...common,
      }),
      4,
    ),
    indicators: listOf('indicator', fc.record({ text: words, ...common }), 5),
    people: listOf('person', fc.record({ name: fc.constant('Ana Ruiz'), role: words, ...common }), 4),
    charts: listOf(
      'chart',
      fc.record({
        headline: words,
        kind: fc.constantFrom('bar' as const, 'line' as const),
        unit: fc.constant('EUR'),
        data: fc.constant<{ label: string; value?: number; measure?: string }[]>([
          { label: 'one', value: 1 },
          { label: 'two', measure: 'cost' },
        ]),
        ...common,
      }),
      2,
    ),
    links,
    rivals: listOf(
      'rivals',
      fc.record({
        question: words,
        measures: fc.subarray(['lorries', 'gate', 'counted', 'early', 'hidden'], { minLength: 2 }),
        ...common,
      }),
      2,
    ),
    questions: listOf(
      'question',
      fc.record({
        q: words,
        a: words,
        supports: fc.option(fc.constant('claim-0'), { nil: undefined }),
        ...common,
      }),
      3,
    ),
  })
  .map(({ links, ...lists }) => ({
    id: 'generated',
    title: 'A generated brief',
    asOf: '2026-03-02',
    bottomLine: 'The bridge stays shut.',
    sources: {
      open: { title: 'Open', publisher: 'Port' },
      green: { title: 'Green', publisher: 'Port', marking: 'TLP:GREEN' as const },
      amber: { title: 'Amber', publisher: 'Port', marking: 'TLP:AMBER' as const },
      red: { title: 'Red', publisher: 'Port', marking: 'TLP:RED' as const },
    },
    measures: {
      cost: {
        value: 1_200_000,
        unit: 'EUR',
        precision: 'about' as const,
        status: 'estimated' as const,
        attribution: 'hauliers',
      },
      lorries: { value: 4700, unit: 'lorries', precision: 'nearly' as const, status: 'confirmed' as const },
      gate: { value: 4400, unit: 'lorries', status: 'confirmed' as const, asOf: '2026-02-20' },
      counted: {
        value: 5200,
        unit: 'lorries',
        precision: 'about' as const,
        status: 'reported' as const,
        attribution: 'the port',
        marking: 'TLP:GREEN' as const,
      },
      early: {
        value: 3000,
        unit: 'lorries',
        status: 'reported' as const,
        attribution: 'the gate',
        supersededBy: 'gate',
      },
      hidden: { value: 9100, unit: 'lorries', status: 'confirmed' as const, marking: 'TLP:RED' as const },
      secret: { value: 7, unit: 'guards', status: 'confirmed' as const, marking: 'TLP:RED' as const },
    },
    ...lists,
    claims: linked(lists.claims, links),
    // A judgment rests on claims that there are.
    judgments: lists.judgments.map(({ basis, ...judgment }) => ({
      ...judgment,
      basis: basis.filter((id) => lists.claims.some((claim) => claim.id === id)),
    })),
    // A question supports a claim that exists.
    questions:
      lists.claims.length > 0
        ? lists.questions
        : lists.questions.map(({ supports: _, ...question }) => question),
  }));

export const brief: fc.Arbitrary<Brief> = briefInput.map((input) => briefSchema.parse(input));

/** Strings that would be more than text, if anything let them. */
export const HOSTILE = [
  '---',
  '***',
  '# heading',
  '> quote',
  '- item',
  '* item',
  '1986. A year',
  '1) one',
  '    code',
  '```js',
  '| a | b |',
  '[a](https://x.example)',
  '[a][b]',
  '[b]: https://x.example',
  '![bg](https://x.example/a.png)',
  '<https://x.example>',
  'https://x.example/a?b=1&c=2',
  'www.example.com',
  '//x.com',
  'a@b.cd',
  '**bold** _it_ ~~no~~ `code`',
  '<script>alert(1)</script>',
  '<style>*{display:none}</style>',
  '<img src=x onerror=alert(1)>',
  '</section></foreignObject></svg>',
  '<!-- _class: lead -->',
  '--> <b>out</b>',
  'color: red',
  'header: x',
  '{{x}} {{{x}}} {{> x}}',
  '${x} $x$ $$y$$',
  ':smile: 😀 ☺️ 🇺🇦',
  '86% of homes',
  'w:100 blur sepia bg',
  '&amp; &lt; &#42; &copy;',
  '\\*\\_ \\',
  '"double" and \'single\'',
  '" onload="alert(1)',
  "'; DROP TABLE slides; --",
  'a -- b --- c',
  'Stop!',
  '١٢٣ العربية abc',
  '안녕하세요 여러분',
  'naïve e\u0301 ﬁ',
  '@import url(https://x.example)',
  '\u200Bzero\u200Dwidth',
  '^caret^ +plus+ =equals= ==mark==',
  '1.2 million, 3.5%, a.b.c',
  'x://y file:///etc/passwd javascript:alert(1)',
  '%0A %3C',
] as const;

/** Hostile strings, alone and in pairs, and any other text of printable characters. */
export const hostile: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...HOSTILE) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom(...HOSTILE), fc.constantFrom(...HOSTILE))
      .map(([a, b]) => `${a} ${b}`),
  },
  {
    weight: 2,
    arbitrary: fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .filter((s) => !/\p{Cc}|\p{Cs}|\p{Cn}/u.test(s) && s.trim() !== '' && !/\{[a-z]/.test(s)),
  },
);

/** Text as a browser shows it: white space folded. */
export function fold(value: string): string {
  return value.replace(/\s+/gu, ' ').trim();
}
