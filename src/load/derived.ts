/** Measures that are computed from others: their numbers, and how sure and how exact those can be. */
import { show } from '../core/problem.js';
import { leastSure } from './aggregate.js';
import { type Bounds, boundsOf, type Formula, readFormula, resultOf } from './formula.js';
import type { Measure } from './head.js';
import type { Brief } from './schema.js';
import type { Report } from './schema-errors.js';
import { readUnit } from './units.js';

/** The brief with the numbers of its derived measures; what cannot be computed is reported and has none. */
export function withDerived(brief: Brief, report: Report): Brief {
  const known = new Map(Object.entries(brief.measures).filter(([, { derived }]) => derived === undefined));
  const waiting = new Set<string>();
  const measureOf = (name: string): Measure | undefined => {
    const measure = brief.measures[name];
    if (!measure || known.has(name) || measure.derived === undefined) return known.get(name);
    const problem = (code: string, message: string, hint: string) =>
      report({ code, message, hint }, ['measures', name, 'derived']);
    if (waiting.has(name)) {
      problem('circle', 'leads back to itself', 'Take out the one that does not hold.');
      return undefined;
    }
    waiting.add(name);
    const formula = readFormula(measure.derived);
    const names = formula ? namesOf(formula) : [];
    const inputs = names.flatMap((input) => measureOf(input) ?? []);
    // Names that there are not, and those that could not be computed, are reported where they stand.
    if (!formula || inputs.length < names.length) return undefined;
    const found = compute(
      measure,
      formula,
      new Map(names.map((input, i) => [input, inputs[i]])),
      brief.language,
    );
    if ('message' in found) {
      problem('not-computed', found.message, found.hint);
      return undefined;
    }
    known.set(name, found);
    return found;
  };
  for (const name of Object.keys(brief.measures)) measureOf(name);
  const measures = Object.entries(brief.measures).map(([name, measure]) => [
    name,
    known.get(name) ?? measure,
  ]);
  return { ...brief, measures: Object.assign(Object.create(null), Object.fromEntries(measures)) };
}

/** The measures in a formula, each once. */
const namesOf = ({ terms }: Formula) => [
  ...new Set(terms.flatMap(({ operand }) => (typeof operand === 'string' ? operand : []))),
];

type Inputs = ReadonlyMap<string, Measure | undefined>;

function compute(
  measure: Measure,
  formula: Formula,
  inputs: Inputs,
  language: string,
): Measure | { message: string; hint: string } {
  const all = [...inputs.values()].filter((input) => input !== undefined);
  const unlike = unlikeUnits(measure, formula, inputs);
  if (unlike !== undefined) return unlike;
  const replaced = [...inputs].find(([, input]) => input?.supersededBy !== undefined);
  if (replaced && measure.supersededBy === undefined)
    return {
      message: `is computed from ${show(replaced[0])}, which is superseded`,
      hint: `Compute it from ${show(replaced[1]?.supersededBy)}, or name what supersedes this one.`,
    };
  const share = isPercent(measure) && !all.some(isPercent) ? 100 : 1;
  const { low, high } = resultOf(formula, (name) => boundsOf(inputs.get(name) ?? { precision: 'exact' }));
  const number = inWords({ low: low * share, high: high * share }, all, measure.round);
  if (!number)
    return {
      message: 'cannot be computed: its numbers leave it open at both ends',
      hint: 'Compute it from numbers that are known at one end at least, and divide by none that may be zero.',
    };
  const status = leastSure(all.map((input) => input.status));
  const said = new Set(all.flatMap(({ attribution }) => attribution ?? []));
  const days = new Set(all.map(({ asOf }) => asOf));
  return {
    ...measure,
    ...number,
    status,
    attribution: said.size > 0 ? new Intl.ListFormat(language).format(said) : undefined,
    asOf: days.size === 1 ? [...days][0] : undefined,
    sources: all
      .flatMap(({ sources }) => sources)
      .filter((ref, i, refs) => refs.findIndex((other) => other.id === ref.id) === i),
  };
}

const isPercent = ({ unit }: Measure) => {
  const read = readUnit(unit);
  return read?.kind === 'measure' && read.id === 'percent';
};

/** Numbers that are added are of one unit, and so is their sum. */
function unlikeUnits(
  { unit }: Measure,
  { terms }: Formula,
  inputs: Inputs,
): { message: string; hint: string } | undefined {
  if (terms.some(({ sign }) => sign === '*' || sign === '/')) return undefined;
  const other = [...inputs].find(([, input]) => input?.unit !== unit);
  return (
    other && {
      message: `is in ${show(unit)}, and ${show(other[0])} in ${show(other[1]?.unit)}`,
      hint: 'Numbers that are added have one unit: write all in the same.',
    }
  );
}

/**
 * Bounds as a value with its precision, or as a range; `undefined` where nothing is known. What is not exact has two
 * figures, if `step` does not say what to round to; bounds are rounded outwards.
 */
function inWords(
  { low, high }: Bounds,
  inputs: readonly Measure[],
  step: number | undefined,
): Pick<Measure, 'value' | 'range' | 'precision'> | undefined {
  if (Number.isNaN(low) || Number.isNaN(high)) return undefined;
  const isExact = inputs.every(({ precision, range }) => precision === 'exact' && range === undefined);
  const rounded = (value: number, round: (value: number) => number) => {
    if (step === undefined && isExact && Number.isSafeInteger(value)) return value;
    const unit = step ?? 10 ** (Math.floor(Math.log10(Math.abs(value) || 1)) - 1);
    // Without the noise of binary fractions, which would count as more or less.
    return Number((round(Number((value / unit).toPrecision(12))) * unit).toPrecision(12));
  };
  if (low === high) {
    const value = rounded(low, Math.round);
    return { value, range: undefined, precision: isExact && value === low ? 'exact' : 'about' };
  }
  if (high === Number.POSITIVE_INFINITY)
    return low > 0 ? { value: rounded(low, Math.floor), range: undefined, precision: 'at-least' } : undefined;
  if (low === 0 || low === Number.NEGATIVE_INFINITY)
    return { value: rounded(high, Math.ceil), range: undefined, precision: 'at-most' };
  return {
    value: undefined,
    range: [rounded(low, Math.floor), rounded(high, Math.ceil)],
    precision: 'exact',
  };
}
