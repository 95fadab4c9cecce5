/** How long a chart takes once the first is drawn, and how large it is: each kind with five values and with forty. */
import { chartView } from '../dist/charts/compose/chart.js';
import { drawChart } from '../dist/charts/draw/draw.js';
import { registerFonts } from '../dist/charts/draw/fonts.js';
import { chartStyle } from '../dist/charts/draw/style.js';
import { CHART_KINDS } from '../dist/charts/kinds/index.js';
import { readLocale } from '../dist/load/profiles.js';
import { loadTemplates } from '../dist/load/templates.js';
import { readFontFaces } from '../dist/render/fonts.js';
import { readTheme } from '../dist/render/theme.js';
import { sampleChart } from '../scripts/samples.mjs';

const SIZE = { width: 1136, height: 380 };
const RUNS = 9;

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Medians and the largest of milliseconds and bytes. */
export async function measureCharts() {
  const templates = await loadTemplates();
  const theme = readTheme(templates, 'plain');
  registerFonts(readFontFaces(theme.fonts));
  const style = chartStyle(theme.tokens);
  const locale = readLocale(templates, 'en');
  const results = CHART_KINDS.flatMap((kind) =>
    [5, 40].map((count) => {
      const brief = sampleChart(kind, count);
      const wording = { measures: brief.measures, locale, spellOut: {}, replace: {} };
      const { model } = chartView(brief.charts[0], { brief, wording, tables: new Map() });
      const times = [];
      let bytes = 0;
      for (let run = 0; run < RUNS; run++) {
        const start = performance.now();
        bytes = Buffer.byteLength(drawChart(model, style, SIZE));
        times.push(performance.now() - start);
      }
      return { name: `${kind} of ${count}`, ms: median(times.slice(1)), bytes };
    }),
  );
  const slowest = results.toSorted((a, b) => b.ms - a.ms)[0];
  const largest = results.toSorted((a, b) => b.bytes - a.bytes)[0];
  return {
    ms: median(results.map(({ ms }) => ms)),
    bytes: median(results.map(({ bytes }) => bytes)),
    slowest,
    largest,
  };
}
