/** Numbers that nothing in the brief holds. */
import { amountsIn } from '../../words/amounts.js';
import type { BriefCheck, Rule } from '../rule.js';
import { datesOf, drawnIn, figuresIn, isIn, Numbers } from './numbers.js';
import { measuresCited, statedTexts } from './statements.js';

export const unheldNumber = {
  id: 'unheld-number',
  severity: 'error',
  asks: 'A number in a text is a measure, or stands in evidence or in a date of the brief.',
  check({ brief, tables }, log) {
    const dates = new Numbers(datesOf(brief));
    for (const { text, path, sources, chart } of statedTexts(brief)) {
      const figures = figuresIn(text);
      if (figures.length === 0) continue;
      const evidence = [...sources, ...measuresCited(brief, text)].map((ref) => ref.evidence ?? '');
      const held = new Numbers(evidence.flatMap(amountsIn).flatMap(({ values }) => values));
      const drawn = new Numbers(chart ? drawnIn(chart, tables.get(chart.id)) : []);
      for (const amount of figures) {
        log.count('unheld-number');
        if ([held, dates, drawn].some((numbers) => isIn(numbers, amount))) continue;
        log.find({
          rule: 'unheld-number',
          path,
          message: `the number ${amount.text} is no measure, and stands neither in this item's evidence nor in a date of the brief`,
          hint: 'Make it a measure and write {its_name}, or give evidence that holds it.',
        });
      }
    }
  },
} as const satisfies Rule & BriefCheck<'unheld-number'>;
