/** Measures that are computed from others. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bracedNames, readFormula, resultOf } from '../../src/load/formula.js';
import { parseBrief } from '../../src/load/parse.js';
import { hedgesOf, hedgeText } from '../../src/words/hedges.js';
import { formatMeasure } from '../../src/words/numbers.js';
import { shownBeside } from '../../src/words/rivals.js';
import { english } from '../words/wording.js';

const HEAD = { id: 'b', title: 'T', asOf: '2026-03-02', bottomLine: 'It is shut.' };
const SOURCES = { a: { title: 'A', publisher: 'P' }, b: { title: 'B', publisher: 'P' } };
const INPUTS = {
  deaths: {
    value: 600,
    unit: 'soldiers',
    precision: 'about',
    status: 'claimed',
    attribution: 'Kyiv',
    sources: ['a'],
  },
  deployed: {
    value: 4700,
    unit: 'soldiers',
    status: 'reported',
    attribution: 'Seoul',
    caveat: 'From 2025.',
    sources: ['b', 'a'],
  },
  wounded: { value: 4000, unit: 'soldiers', precision: 'at-least', status: 'confirmed' },
  left: { range: [100, 200], unit: 'soldiers', status: 'confirmed' },
  cost: { value: 3, unit: 'EUR', status: 'confirmed' },
  none: { value: 0, unit: 'soldiers', status: 'confirmed' },
  old: { value: 500, unit: 'soldiers', status: 'confirmed', supersededBy: 'deaths' },
};

function parse(measure: object, more: object = {}) {
  const data = {
    ...HEAD,
    sources: SOURCES,
    measures: { ...INPUTS, ...more, it: { unit: 'soldiers', ...measure } },
  };
  const { brief, problems } = parseBrief({ data, file: 'brief.yaml', placeOf: () => ({}) });
  return {
    measures: brief?.measures ?? {},
    problems: problems.map(({ path, message }) => `${path} ${message}`),
  };
}

function computed(measure: object) {
  const { measures, problems } = parse(measure);
  expect(problems).toEqual([]);
  const it = measures.it;
  if (!it) throw new Error('It was not computed.');
  return it;
}

describe('a derived measure', () => {
  it.each([
    ['deaths / deployed', '%', 'about 13%'],
    ['deaths / deployed', 'times', 'about 0.13'],
    ['deployed - deaths', 'soldiers', 'about 4,100'],
    ['deployed + left', 'soldiers', '4,800 to 4,900'],
    ['deployed + wounded', 'soldiers', 'at least 8,700'],
    ['deployed / wounded', 'times', 'at most 1.2'],
    ['wounded / deployed', '%', 'at least 85%'],
    ['deployed * 2', 'soldiers', '9,400'],
    ['deployed − none × 3', 'soldiers', '4,700'],
    ['deployed / cost', 'soldiers', 'about 1,600'],
  ])('%s in "%s" is %s', (derived, unit, words) => {
    expect(formatMeasure(computed({ derived, unit }), english)).toBe(words);
  });

  it('is rounded as it says', () => {
    expect(computed({ derived: 'deaths / deployed', unit: '%', round: 0.1 }).value).toBe(12.8);
    expect(computed({ derived: 'deployed + left', round: 1000 }).range).toEqual([4000, 5000]);
  });

  it('is as sure as the least sure of what it is computed from, and has their sources', () => {
    expect(computed({ derived: 'deaths / deployed', unit: '%' })).toMatchObject({
      status: 'claimed',
      attribution: 'Kyiv and Seoul',
      sources: [{ id: 'a' }, { id: 'b' }],
    });
  });

  it('says what it is computed from wherever it is shown, with what limits that', () => {
    const { measures } = parse({ derived: 'deaths / deployed', unit: '%' });
    const wording = { measures, locale: english, spellOut: {}, replace: {} };
    expect(hedgesOf({}, ['it'], wording).map((hedge) => hedgeText(hedge, wording))).toEqual([
      'Claim: Kyiv and Seoul. Computed from about 600 and 4,700. From 2025.',
    ]);
    expect(shownBeside(['it'], wording)).toEqual(['deaths', 'deployed']);
  });

  it.each([
    [{ derived: 'deaths / lost' }, 'measures.it.derived unknown measure "lost"'],
    [{ derived: 'deaths' }, 'is no formula'],
    [{ derived: 'deaths deployed' }, 'is no formula'],
    [{ derived: '1 + 2' }, 'is no formula'],
    [{ derived: 'it + deaths' }, 'measures.it.derived leads back to itself'],
    [{ derived: 'deaths + cost' }, 'measures.it.derived is in "soldiers", and "cost" in "EUR"'],
    [{ derived: 'wounded - wounded' }, 'open at both ends'],
    [{ derived: 'deaths / none' }, 'open at both ends'],
    [{ derived: 'old + deaths' }, 'is computed from "old", which is superseded'],
    [{ derived: 'deaths + left', status: 'confirmed' }, 'measures.it.status is that of the measures'],
    [{ derived: 'deaths + left', precision: 'exact' }, 'measures.it.precision is that of the measures'],
    [{ derived: 'deaths + left', sources: ['a'] }, 'measures.it.sources is that of the measures'],
    [{ derived: 'deaths + left', value: 7 }, 'needs exactly one of value, range and derived'],
    [{ value: 7 }, 'measures.it.status is missing'],
    [{ value: 7, status: 'confirmed', round: 1 }, 'measures.it.round is for derived measures'],
  ])('%j is refused', (measure, message) => {
    expect(parse(measure).problems.join('\n')).toContain(message);
  });

  it('may be computed from one that is, whatever their order', () => {
    const { measures, problems } = parse(
      { derived: 'share * 2', unit: '%' },
      { share: { derived: 'left / deployed', unit: '%' } },
    );
    expect(problems).toEqual([]);
    expect(measures.it?.range).toEqual([4.2, 8.6]);
  });

  it('is withheld from whoever may not see what it is computed from', async () => {
    const { markingsOf } = await import('../../src/visible/markings.js');
    const data = {
      ...HEAD,
      measures: {
        a: { value: 1, unit: 'cars', status: 'confirmed', marking: 'TLP:RED' },
        b: { value: 2, unit: 'cars', status: 'confirmed' },
        c: { derived: 'a + b', unit: 'cars' },
      },
    };
    const { brief } = parseBrief({ data, file: 'brief.yaml', placeOf: () => ({}) });
    if (!brief) throw new Error('There is no brief.');
    expect(markingsOf([brief])(['measures', 'c'])).toBe('TLP:RED');
  });
});

describe('a formula', () => {
  it('has braces around its names', () => {
    expect(bracedNames('dead-a / {b} + 2')).toBe('{dead-a} / {b} + 2');
    expect(bracedNames(bracedNames('a - b'))).toBe('{a} - {b}');
  });

  it('of exact numbers is what arithmetic makes of it; of bounds, where it can be', () => {
    const sign = fc.constantFrom('+', '-', '*', '/');
    const values = fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(sign, { minLength: 1, maxLength: 3 }), values, values, (signs, low, more) => {
        const names = ['a', 'b', 'c', 'd'];
        const text = names
          .slice(0, signs.length + 1)
          .map((name, i) => (i === 0 ? `{${name}}` : `${signs[i - 1]} {${name}}`))
          .join(' ');
        const formula = readFormula(text);
        if (!formula) throw new Error(`${text} is no formula`);
        const value = (at: (i: number) => number) => {
          const js = text.replace(/\{(\w)\}/g, (_, name) => String(at(names.indexOf(name))));
          return Number(Function(`return ${js}`)());
        };
        const lowOf = (i: number) => low[i] ?? 0;
        const highOf = (i: number) => lowOf(i) + (more[i] ?? 0);
        const exact = resultOf(formula, (name) => ({
          low: lowOf(names.indexOf(name)),
          high: lowOf(names.indexOf(name)),
        }));
        const close = (a: number, b: number) =>
          Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
        expect(close(exact.low, value(lowOf)) && close(exact.high, value(lowOf))).toBe(true);
        const bounds = resultOf(formula, (name) => ({
          low: lowOf(names.indexOf(name)),
          high: highOf(names.indexOf(name)),
        }));
        for (const at of [lowOf, highOf, (i: number) => (i % 2 ? lowOf(i) : highOf(i))]) {
          const inside = value(at);
          const noise = 1e-9 * Math.max(1, Math.abs(inside));
          expect(bounds.low <= inside + noise && inside - noise <= bounds.high).toBe(true);
        }
      }),
    );
  });
});
