/** Which parts of this machine briefdeck uses, and what to do where one is missing. */

import { type FoundBrowser, findBrowser } from '../browser/find.js';
import { BrowserPool } from '../browser/pool.js';
import { versions } from '../certificates/manifest.js';
import { drawChart } from '../charts/draw/draw.js';
import { chartStyle } from '../charts/draw/style.js';
import type { ChartModel } from '../charts/model.js';
import { BriefdeckError, MachineError } from '../core/problem.js';
import { loadTemplates, namesIn } from '../load/templates.js';
import { readFontFaces } from '../render/fonts.js';
import { readTheme } from '../render/theme.js';

export interface Finding {
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
export async function examine(browser?: string): Promise<Finding[]> {
  const own = versions();
  return [
    { part: 'briefdeck', ok: true, found: `${own.briefdeck}, Node ${process.versions.node}` },
    await attempt('browser', () => tryBrowser(browser)),
    await attempt('canvas', async () => {
      const svg = drawChart(SAMPLE, chartStyle({}), { width: 400, height: 200 });
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

async function tryBrowser(named?: string): Promise<string> {
  const found: FoundBrowser = await findBrowser(named);
  const pool = new BrowserPool(found.executable);
  try {
    return `${await pool.version()}, ${found.origin}: ${found.executable}`;
  } finally {
    await pool.close();
  }
}

async function attempt(part: string, run: () => Promise<string>): Promise<Finding> {
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
