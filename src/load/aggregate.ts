/** How several values of a table become one. */
import { type Aggregate, STATUSES, type Status } from './vocabulary.js';

/** Several values as one; gaps do not count. As many decimals as the values have, but one for a mean of whole numbers. */
export function aggregate(values: readonly (number | null)[], how: Aggregate | undefined): number | null {
  const known = values.filter((value) => value !== null);
  if (how === 'count') return known.length;
  const [first] = known;
  if (first === undefined) return null;
  if (how === undefined || how === 'first') return first;
  const decimals = known.reduce((most, value) => Math.max(most, String(value).split('.')[1]?.length ?? 0), 0);
  const round = (value: number, more: number) => Number(value.toFixed(Math.min(15, decimals + more)));
  const sorted = known.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  switch (how) {
    case 'last':
      return known.at(-1) ?? first;
    case 'min':
      return sorted[0] ?? first;
    case 'max':
      return sorted.at(-1) ?? first;
    case 'median':
      return round(((sorted[Math.floor(middle)] ?? first) + (sorted[Math.ceil(middle)] ?? first)) / 2, 1);
    case 'sum':
    case 'mean': {
      const sum = known.reduce((all, value) => all + value, 0);
      return how === 'sum' ? round(sum, 0) : round(sum / known.length, decimals === 0 ? 1 : 0);
    }
  }
}

/** A value times the scale, without the noise of binary fractions: 0.07 × 100 is 7. */
export function scaled(value: number, scale: number | undefined): number {
  return scale === undefined ? value : Number((value * scale).toPrecision(15));
}

/** Of several values that become one, the status that is the furthest from confirmed. */
export function leastSure(statuses: readonly Status[]): Status {
  return statuses.reduce<Status>(
    (least, status) => (STATUSES.indexOf(status) > STATUSES.indexOf(least) ? status : least),
    'confirmed',
  );
}
