/** Loads a brief with a chart of a kind, draws it, and says it in every language: with the sources compiled beside this file. */
import { chartView } from './dist/charts/compose/chart.js';
import { drawChart } from './dist/charts/draw/draw.js';
import { registerFonts } from './dist/charts/draw/fonts.js';
import { chartStyle } from './dist/charts/draw/style.js';
import { loadBrief } from './dist/load/load.js';
import { readLocale } from './dist/load/profiles.js';
import { briefJsonSchema } from './dist/load/schema.js';
import { loadTemplates, namesIn } from './dist/load/templates.js';
import { readFontFaces } from './dist/render/fonts.js';
import { readTheme } from './dist/render/theme.js';
import { sampleChart } from './scripts/samples.mjs';

const templates = await loadTemplates();
const theme = readTheme(templates, 'plain');
registerFonts(readFontFaces(theme.fonts));
const { brief } = await loadBrief('brief.yaml');
const viewIn = (language, one = brief) => {
  const wording = {
    measures: one.measures,
    locale: readLocale(templates, language),
    spellOut: {},
    replace: {},
  };
  return chartView(one.charts[0], { brief: one, wording, tables: new Map() });
};
const draw = ({ model }) => drawChart(model, chartStyle(theme.tokens), { width: 1136, height: 380 });
const alts = namesIn(templates, 'locales', '.yaml').map((language) => [language, viewIn(language).alt]);
console.log(
  JSON.stringify({
    alts: Object.fromEntries(alts),
    svg: draw(viewIn('en')),
    sample: draw(viewIn('en', sampleChart('lollipop', 5))),
    isInSchema: JSON.stringify(briefJsonSchema()).includes('"lollipop"'),
  }),
);
