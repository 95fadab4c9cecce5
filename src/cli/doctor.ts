/** Which parts of this machine briefdeck uses, and what to do where one is missing. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { findBrowser, shellCommand } from '../browser/find.js';
import { BrowserPool } from '../browser/pool.js';
import { versions } from '../certificates/versions.js';
import { drawChart } from '../charts/draw/draw.js';
import { registerFonts } from '../charts/draw/fonts.js';
import { chartStyle } from '../charts/draw/style.js';
import type { ChartModel } from '../charts/model.js';
import { BriefdeckError, MachineError } from '../core/problem.js';
import { loadTemplates, namesIn } from '../load/templates.js';
import { readFontFaces } from '../render/fonts.js';
import { readTheme } from '../render/theme.js';

export interface Diagnosis {
  part: string;
  ok: boolean;
  /** What is used, or what is wrong. */
  found: string;
  hint?: string | undefined;
}

const SAMPLE: ChartModel = {
  kind: 'bar',
  places: [{ label: 'one', at: 0 }],
  isTime: false,
  series: [{ label: '', cells: [{ value: 1, text: '1', certain: true }] }],
  isLog: false,
  sign: '',
  language: 'en',
  others: [],
};

/** Tries each part for real: starts the browser, draws a chart, opens the fonts. */
export async function examine(browser?: string): Promise<Diagnosis[]> {
  const own = versions();
  return [
    { part: 'briefdeck', ok: true, found: `${own.briefdeck}, Node ${process.versions.node}` },
    await attempt('packages', tryPackages),
    await tryBrowser(browser),
    await attempt('canvas', async () => {
      const theme = readTheme(await loadTemplates(), 'plain');
      registerFonts(readFontFaces(theme.fonts));
      const svg = drawChart(SAMPLE, chartStyle(theme.tokens), { width: 400, height: 200 });
      return `Skia, draws ${svg.length} bytes of SVG`;
    }),
    await attempt('fonts', async () => {
      const templates = await loadTemplates();
      const themes = namesIn(templates, 'themes', '.css').map((name) => readTheme(templates, name));
      const faces = readFontFaces([...new Set(themes.flatMap((theme) => theme.fonts))]);
      return `${[...new Set(faces.map((face) => face.family))].join(', ')} (${faces.length} faces, embedded)`;
    }),
  ];
}

const require = createRequire(import.meta.url);

/** Looks for every package that is imported at run time. */
async function tryPackages(): Promise<string> {
  const { dependencies } = require('../../package.json') as { dependencies: Record<string, string> };
  const names = Object.keys(dependencies);
  const missing = names.filter((name) => !isInstalled(name));
  if (missing.length > 0)
    throw new MachineError('packages', `not installed: ${missing.join(', ')}`, 'Run npm install again.');
  return `${names.length} installed`;
}

function isInstalled(name: string): boolean {
  const folders = require.resolve.paths(name) ?? [];
  return folders.some((folder) => existsSync(path.join(folder, name, 'package.json')));
}

async function tryBrowser(named?: string): Promise<Diagnosis> {
  let hint: string | undefined;
  const finding = await attempt('browser', async () => {
    const found = await findBrowser(named);
    const pool = new BrowserPool(named);
    if (found.origin === 'installed')
      hint = `A headless shell takes less than half the time: ${shellCommand()}`;
    try {
      return `${await pool.version()}, ${found.origin}: ${found.executable}`;
    } finally {
      await pool.close();
    }
  });
  return finding.ok ? { ...finding, hint } : finding;
}

async function attempt(part: string, run: () => Promise<string>): Promise<Diagnosis> {
  try {
    return { part, ok: true, found: await run() };
  } catch (error) {
    const [problem] =
      error instanceof BriefdeckError
        ? error.problems
        : new MachineError(part, String(error), 'Run npm install again.').problems;
    return { part, ok: false, found: problem?.message ?? 'does not work', hint: problem?.hint };
  }
}
