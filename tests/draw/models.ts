/** Charts for tests: the gallery's samples as they are drawn in the built-in theme. */
import { chartView } from '../../src/charts/compose/chart.js';
import { registerFonts } from '../../src/charts/draw/fonts.js';
import { chartStyle } from '../../src/charts/draw/style.js';
import type { ChartKindId } from '../../src/charts/kinds/index.js';
import type { Cell, ChartModel, GridModel } from '../../src/charts/model.js';
import type { Brief } from '../../src/load/schema.js';
import { loadTemplates } from '../../src/load/templates.js';
import { readFontFaces } from '../../src/render/fonts.js';
import { readTheme } from '../../src/render/theme.js';
import { loadedOf, visibleOf } from '../loaded.js';
import { wording } from '../words/wording.js';

const theme = readTheme(await loadTemplates(), 'plain');
registerFonts(readFontFaces(theme.fonts));
export const style = chartStyle(theme.tokens);
export const size = { width: 1136, height: 380 };

/** The first chart of a brief as a slide has it. */
export function chartOf(sample: Brief) {
  const { brief } = visibleOf(loadedOf(sample));
  const [chart] = brief.charts;
  if (!chart) throw new Error('no chart');
  return chartView(chart, { brief, wording: wording(brief.measures), tables: new Map() });
}

export function modelOf(brief: Brief): ChartModel {
  return chartOf(brief).model;
}

export const cell = (value: number, more: Partial<Cell> = {}): Cell => ({
  value,
  text: String(value),
  certain: true,
  ...more,
});

/** A chart of one series or several: `{ a: 1 }` by label, `null` for a gap. */
export function grid(
  kind: ChartKindId,
  labels: readonly string[],
  series: Readonly<Record<string, readonly (Cell | null)[]>>,
  more: Partial<GridModel> = {},
): GridModel {
  return {
    kind,
    places: labels.map((label, at) => ({ label, at })),
    isTime: false,
    series: Object.entries(series).map(([label, cells]) => ({ label, cells })),
    isLog: false,
    sign: '',
    language: 'en',
    others: Array.from({ length: 40 }, (_, i) => (i === 0 ? '1 other' : `${i + 1} others`)),
    ...more,
  };
}
