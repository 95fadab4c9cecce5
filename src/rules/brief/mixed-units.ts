/** Measures that one chart draws are in one unit, and that is the unit it states. */
import { readUnit } from '../../load/units.js';
import type { BriefCheck, Rule } from '../rule.js';

export const mixedUnits = {
  id: 'mixed-units',
  severity: 'error',
  asks: 'What one chart draws is in one unit.',
  check({ original }, log) {
    original.charts.forEach((chart, i) => {
      const drawn = (chart.data ?? []).flatMap((datum) => original.measures[datum.measure ?? '']?.unit ?? []);
      const units = [...new Map(drawn.map((unit) => [keyOf(unit) ?? unit, unit])).values()];
      if (units.length === 0) return;
      log.count('mixed-units');
      const stated = statedKey(chart.unit ?? '');
      // A noun may be called otherwise by the chart: "lorries" and "lorries a day".
      const isOther = (unit: string) => keyOf(unit) !== stated;
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

/** A name for a unit however it is written; none for a plain noun. */
function keyOf(name: string): string | undefined {
  const unit = readUnit(name);
  return unit?.kind === 'currency' ? unit.code : unit?.id;
}

/** The unit that a chart states, alone or before other words: `EUR per lorry`, `metres above the datum`. */
function statedKey(name: string): string | undefined {
  const words = name.split(' ');
  for (let n = words.length; n > 0; n--) {
    const key = keyOf(words.slice(0, n).join(' '));
    if (key !== undefined) return key;
  }
  return undefined;
}
