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
import { findBrowser } from '../dist/browser/find.js';
import { measureCharts } from './charts.mjs';

const RUNS = 5;
const AUDIENCES = ['--audience', 'executive,analyst,public'];
const root = fileURLToPath(new URL('..', import.meta.url));
const cli = path.join(root, 'dist/cli.js');
const marp = path.join(root, 'node_modules/@marp-team/marp-cli/marp-cli.js');
const brief = path.join(root, process.argv[2] ?? 'data/kursk-tribute');
const work = mkdtempSync(path.join(tmpdir(), 'briefdeck-bench-'));
const browser = (await findBrowser()).executable;

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
    [cli, 'build', brief, ...AUDIENCES, '--format', 'md', '--edition', 'audience', '--out', 'markdown'],
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
  const family = (...more) => {
    rmSync(path.join(work, 'decks'), { recursive: true, force: true });
    return again(...more);
  };
  const again = (...more) =>
    time([
      '--import',
      memory,
      cli,
      'build',
      brief,
      ...AUDIENCES,
      '--browser',
      browser,
      '--out',
      'decks',
      ...more,
    ]);
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
  const bare = [];
  const ours = [];
  const second = [];
  const theirs = [];
  const first = [];
  let peak = 0;
  for (let run = 0; run < RUNS; run++) {
    bare.push(family('--rule', 'all=off').ms);
    const built = family();
    ours.push(built.ms);
    second.push(again().ms);
    peak = Math.max(peak, Number(/maxRSS (\d+)/.exec(built.stderr)?.[1] ?? 0));
    theirs.push(convert());
    first.push(flash().ms);
  }
  console.log(`${decks.length} decks of ${path.basename(brief)}, medians of ${RUNS} runs`);
  const other = median(theirs);
  const line = (what, ms) => console.log(`${what.padEnd(42)}${seconds(ms)}  ${(ms / other).toFixed(2)}`);
  line('marp-cli, HTML and PDF', other);
  line('briefdeck, two editions, no rule', median(bare));
  line('briefdeck, held to every rule', median(ours));
  line('the same again: the slides are known', median(second));
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
