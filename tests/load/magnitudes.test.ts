/** A locale file of a ninth language has the words for thousands and more; without them it is no locale. */
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { chartView } from '../../src/charts/compose/chart.js';
import { symbolOf } from '../../src/charts/compose/context.js';
import { BriefError } from '../../src/core/problem.js';
import { readLocale } from '../../src/load/profiles.js';
import { loadTemplates } from '../../src/load/templates.js';
import { loadedFrom, visibleOf } from '../loaded.js';
import { folderOf } from './folder-of.js';
import { told } from './problems.js';

const FILE = 'locales/pl.yaml';
const WORDS = 'magnitudes: [tys., mln, mld, tysiące, miliony, miliardy]\n';

/** English words under Polish rules: what is tried is the words for millions. */
async function polish(magnitudes: string) {
  const english = await readFile('templates/locales/en.yaml', 'utf8');
  const text = english
    .replace('language: en', 'language: pl')
    .replace(/^magnitudes:.*\n/m, magnitudes)
    .replace(/^ {4}(?:other|one): .*\n/gm, (line) => (line.startsWith('    other') ? forms(line) : ''));
  const folder = await folderOf({ [FILE]: text });
  return { folder, read: async () => readLocale(await loadTemplates(folder), 'pl') };
}

const forms = (line: string) =>
  ['one', 'few', 'many', 'other'].map((form) => line.replace('other:', `${form}:`)).join('');

async function shown(unit: string): Promise<{ text: string | undefined; alt: string }> {
  const { read } = await polish(WORDS);
  const loaded = loadedFrom({
    id: 'b',
    title: 'T',
    language: 'pl',
    asOf: '2026-03-02',
    bottomLine: 'B',
    charts: [{ id: 'c', headline: 'H', kind: 'bar', unit, data: [{ label: 'Prom', value: 4.2 }] }],
  });
  const { brief } = visibleOf(loaded);
  const [chart] = brief.charts;
  if (!chart) throw new Error('no chart');
  const wording = { measures: {}, locale: await read(), spellOut: {}, replace: {} };
  const { model, alt } = chartView(chart, { brief, wording, tables: new Map() });
  return { text: 'series' in model ? model.series[0]?.cells[0]?.text : undefined, alt };
}

it.each(['EUR mln', 'EUR mld', 'EUR tys.', 'EUR tys', 'EUR Miliony', 'EUR million'])(
  'an amount in %s bears no sign of euros',
  async (unit) => {
    const { text, alt } = await shown(unit);
    expect(text).toBe('4,2');
    expect(alt).toContain(`${unit}: Prom: 4,2`);
  },
);

it('an amount in euros does', async () => {
  expect((await shown('EUR')).text?.replace(/\s/g, ' ')).toBe('4,20 €');
  expect((await shown('EUR mlnx')).text?.replace(/\s/g, ' ')).toBe('4,20 €');
});

it.each([
  ['de', 'EUR Mio.'],
  ['uk', 'EUR млн'],
  ['fr', 'EUR milliards'],
  ['es', 'EUR mil millones'],
  ['ko', 'EUR 백만'],
  ['zh', 'EUR 万'],
  ['ar', 'EUR مليون'],
])('in %s, %s is no amount in euros', async (language, unit) => {
  const locale = readLocale(await loadTemplates(), language);
  const [chart] = loadedFrom({
    id: 'b',
    title: 'T',
    asOf: '2026-03-02',
    bottomLine: 'B',
    charts: [{ id: 'c', headline: 'H', kind: 'bar', unit, data: [{ label: 'A', value: 4 }] }],
  }).brief.charts;
  expect(chart && symbolOf(chart, locale)).toBe('');
});

it('is an error with its file where the words are missing', async () => {
  const { folder, read } = await polish('');
  const error: unknown = await read().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(BriefError);
  expect(told((error as BriefError).problems, folder)).toMatchInlineSnapshot(`
    "locales/pl.yaml:2:1 magnitudes: is missing [missing]
        Give a list.
    "
  `);
});
