/**
 * How long a family of decks takes, as a ratio: briefdeck builds one brief for every audience and length, HTML and
 * PDF; marp-cli converts the very same Markdown files to HTML and PDF, all at once, with the same browser.
 * Prints medians of five runs of each, taken in turns, and what a chart takes.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from '../dist/browser.js';
import { measureCharts } from './charts.mjs';

const RUNS = 5;
const root = fileURLToPath(new URL('..', import.meta.url));
const cli = path.join(root, 'dist/cli.js');
const marp = path.join(root, 'node_modules/@marp-team/marp-cli/marp-cli.js');
const brief = path.join(root, process.argv[2] ?? 'data/kursk-tribute');
const work = mkdtempSync(path.join(tmpdir(), 'briefdeck-bench-'));
const browser = (await findBrowser(process.env.CHROME_PATH)).executable;

/** Runs a command; milliseconds it took. */
function time(args, options = {}) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', cwd: work, ...options });
  if (status !== 0) throw new Error(stderr);
  return { ms: performance.now() - start, stderr };
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;

try {
  execFileSync(
    process.execPath,
    [cli, 'build', brief, '--format', 'md', '--edition', 'audience', '--out', 'markdown'],
    {
      cwd: work,
      stdio: 'ignore',
    },
  );
  const id = readdirSync(path.join(work, 'markdown')).find((name) => !name.includes('.')) ?? '';
  const folder = path.join(work, 'markdown', id);
  const decks = readdirSync(folder).filter((name) => name.endsWith('.md'));
  const files = decks.map((name) => path.join(folder, name));
  const memory = `data:text/javascript,process.on('exit',()=>process.stderr.write('maxRSS '+process.resourceUsage().maxRSS+'\\n'))`;

  // Each run starts from nothing: an earlier build leaves its measurements behind.
  const family = () => {
    rmSync(path.join(work, 'decks'), { recursive: true, force: true });
    return time(['--import', memory, cli, 'build', brief, '--browser', browser, '--out', 'decks']);
  };
  const flash = () =>
    time([
      cli,
      'build',
      brief,
      '--audience',
      'executive',
      '--length',
      'flash',
      '--format',
      'html',
      '--edition',
      'audience',
      '--out',
      'one',
    ]);
  const env = { ...process.env, CHROME_PATH: browser, CHROME_NO_SANDBOX: '1' };
  const convert = () => {
    const html = time([marp, ...files], { env, cwd: folder });
    const pdf = time([marp, '--pdf', '--pdf-outlines', ...files], { env, cwd: folder });
    return html.ms + pdf.ms;
  };

  family();
  convert();
  const ours = [];
  const theirs = [];
  const first = [];
  let peak = 0;
  for (let run = 0; run < RUNS; run++) {
    const built = family();
    ours.push(built.ms);
    peak = Math.max(peak, Number(/maxRSS (\d+)/.exec(built.stderr)?.[1] ?? 0));
    theirs.push(convert());
    first.push(flash().ms);
  }
  console.log(`${decks.length} decks of ${path.basename(brief)}, medians of ${RUNS} runs`);
  console.log(`briefdeck, two editions, PDF, manifests   ${seconds(median(ours))}`);
  console.log(`marp-cli, HTML and PDF                    ${seconds(median(theirs))}`);
  console.log(`ratio                                     ${(median(ours) / median(theirs)).toFixed(2)}`);
  console.log(`first HTML, from a cold start             ${seconds(median(first))}`);
  console.log(`peak memory of briefdeck                  ${Math.round(peak / 1024)} MB`);
  const charts = await measureCharts();
  const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
  console.log(
    `a chart, warm                             ${charts.ms.toFixed(1)} ms, at most ${charts.slowest.ms.toFixed(1)} ms (${charts.slowest.name})`,
  );
  console.log(
    `a chart's size                            ${kilobytes(charts.bytes)}, at most ${kilobytes(charts.largest.bytes)} (${charts.largest.name})`,
  );
} finally {
  rmSync(work, { recursive: true, force: true });
}
