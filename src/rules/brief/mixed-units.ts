/** Measures that one chart draws are in one unit, and that is the unit it states. */
import { CURRENCIES } from '../../load/vocabulary.js';
import type { BriefCheck, Rule } from '../rule.js';

export const mixedUnits = {
  id: 'mixed-units',
  severity: 'error',
  asks: 'What one chart draws is in one unit.',
  check({ original }, log) {
    original.charts.forEach((chart, i) => {
      const drawn = (chart.data ?? []).flatMap((datum) => original.measures[datum.measure ?? '']?.unit ?? []);
      const units = [...new Set(drawn)];
      if (units.length === 0) return;
      log.count('mixed-units');
      const [stated = ''] = (chart.unit ?? '').split(' ');
      const isOther = (unit: string) => isSign(unit) !== isSign(stated) || (isSign(unit) && unit !== stated);
      if (units.length === 1 && !units.some(isOther)) return;
      log.find({
        rule: 'mixed-units',
        path: ['charts', i, 'data'],
        message: `draws ${units.map((unit) => `"${unit}"`).join(' and ')}, and says it draws "${chart.unit}"`,
        hint: 'Draw one unit in one chart; make a second chart for the other.',
      });
    });
  },
} as const satisfies Rule & BriefCheck<'mixed-units'>;

/** A unit that stands at a number as a sign: a currency or a percent sign. */
function isSign(unit: string): boolean {
  return unit === '%' || CURRENCIES.has(unit);
}
