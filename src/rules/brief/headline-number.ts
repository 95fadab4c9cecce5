/** A number that a headline claims and its chart does not show. */
import { numbersIn } from '../../load/chart-shape.js';
import { placeholdersOf } from '../../load/placeholders.js';
import type { Brief, Chart } from '../../load/schema.js';
import { type Table, valuesOf } from '../../load/table.js';
import type { BriefCheck, Rule } from '../rule.js';
import { datesOf, drawnIn, figuresIn, isIn, Numbers } from './numbers.js';

export const headlineNumber = {
  id: 'headline-number',
  severity: 'error',
  asks: 'A number in the headline of a chart is in the chart.',
  check({ brief, tables }, log) {
    brief.charts.forEach((chart, i) => {
      for (const [claimed, isDrawn] of claimsOf(chart, brief, tables.get(chart.id))) {
        log.count('headline-number');
        if (isDrawn) continue;
        log.find({
          rule: 'headline-number',
          path: ['charts', i, 'headline'],
          message: `claims ${claimed}, which is not in the chart`,
          hint: 'Draw it, or leave it out of the headline.',
        });
      }
    });
  },
} as const satisfies Rule & BriefCheck<'headline-number'>;

/** The numbers that a headline claims, and whether each is in the chart. */
function* claimsOf(chart: Chart, brief: Brief, table: Table | undefined): Generator<[string, boolean]> {
  const measures = (chart.data ?? []).flatMap((datum) => datum.measure ?? []);
  const isTimeline = chart.kind === 'timeline';
  for (const name of placeholdersOf(chart.headline))
    yield [`{${name}}`, measures.includes(name) || isTimeline];
  const figures = isTimeline ? [] : figuresIn(chart.headline);
  if (figures.length === 0) return;
  const values = new Numbers([
    ...numbersIn(chart),
    ...measures.flatMap((name) => brief.measures[name]?.range ?? brief.measures[name]?.value ?? []),
    ...valuesOf(table),
  ]);
  const exact = new Numbers([...datesOf(brief), ...drawnIn(chart, table)]);
  // A headline may round what the chart shows.
  for (const amount of figures) yield [amount.text, isIn(values, amount, 'about') || isIn(exact, amount)];
}
