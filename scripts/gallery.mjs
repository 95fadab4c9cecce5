/** Draws every kind of chart in every theme into one page to look at: `npm run gallery`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { chartSentence, chartView } from '../dist/charts/compose/chart.js';
import { drawChart } from '../dist/charts/draw/draw.js';
import { registerFonts } from '../dist/charts/draw/fonts.js';
import { chartStyle } from '../dist/charts/draw/style.js';
import { CHART_KINDS } from '../dist/charts/kinds/index.js';
import { escapeMarkup } from '../dist/core/escape.js';
import { readLocale } from '../dist/load/profiles.js';
import { loadTemplates, namesIn } from '../dist/load/templates.js';
import { FontEmbedder, readFontFaces } from '../dist/render/fonts.js';
import { readTheme } from '../dist/render/theme.js';
import { visibleTo } from '../dist/visible/visible.js';
import { COUNTS, SPECIAL, sampleChart, specialChart } from './samples.mjs';

const SIZE = { width: 1136, height: 380 };
const out = new URL('../dist/gallery/', import.meta.url);
const templates = await loadTemplates();
const locale = readLocale(templates, 'en');
const embedder = new FontEmbedder();

/** A brief as if it had been read from a file with nothing beside it. */
const withNothingBeside = (brief) => ({
  brief,
  translations: new Map(),
  tables: new Map(),
  archives: new Map(),
  images: new Map(),
  placeOf: () => ({}),
  pathInFile: (path) => path,
  file: '',
});

const sections = [];
let fonts = '';
for (const name of namesIn(templates, 'themes', '.css')) {
  const theme = readTheme(templates, name);
  const style = chartStyle(theme.tokens);
  const faces = readFontFaces(theme.fonts);
  registerFonts(faces);
  const figure = (title, sample, direction = 'ltr') => {
    const { brief } = visibleTo(withNothingBeside(sample), { id: 'gallery', highest: 'TLP:RED' });
    const [chart] = brief.charts;
    if (!chart) return '';
    const wording = { measures: brief.measures, locale, spellOut: {}, replace: {} };
    const context = { brief, wording, tables: new Map() };
    const { model, alt, key } = chartView(chart, context);
    const spoken = chartSentence(chart, context);
    const svg = drawChart(model, style, SIZE, direction);
    return (
      `<figure style="background:${style.paper};color:${style.ink}"><figcaption>${escapeMarkup(title)} · ${(svg.length / 1024).toFixed(1)} KB</figcaption>` +
      `${svg}<p>${escapeMarkup([...key.map(({ text }) => text), alt, spoken].filter((text) => text !== undefined).join(' | '))}</p></figure>`
    );
  };
  const figures = [
    ...CHART_KINDS.flatMap((kind) => COUNTS.map((n) => figure(`${kind}, ${n}`, sampleChart(kind, n)))),
    ...CHART_KINDS.map((kind) => figure(`${kind}, long labels`, sampleChart(kind, 5, 'long'))),
    ...CHART_KINDS.map((kind) => figure(`${kind}, Korean`, sampleChart(kind, 5, 'Korean'))),
    ...CHART_KINDS.map((kind) => figure(`${kind}, Arabic`, sampleChart(kind, 5, 'Arabic'), 'rtl')),
    ...Object.keys(SPECIAL).map((what) => figure(what, specialChart(what))),
  ];
  sections.push(
    `<section style="background:${style.paper}"><h2>${escapeMarkup(name)}</h2>${figures.join('\n')}</section>`,
  );
  fonts += await embedder.css(faces, figures.join(''));
}

const page = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Charts of briefdeck</title>
<style>${fonts}
body{margin:0;font:15px/1.4 sans-serif}section{padding:24px 72px}figure{margin:0 0 40px;width:1136px}svg{display:block}
figcaption{margin-bottom:8px;opacity:.7}p{margin:8px 0 0;opacity:.7}</style>
<h1>Charts of briefdeck: invented values</h1>
${sections.join('\n')}
</html>
`;
await mkdir(out, { recursive: true });
await writeFile(new URL('index.html', out), page);
console.log(`dist/gallery/index.html, ${(page.length / 1024).toFixed(0)} KB`);
