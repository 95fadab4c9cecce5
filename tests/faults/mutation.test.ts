/**
 * Real briefs with one thing changed: how many of the changes the rule finds that names them. What is counted stands in
 * `docs/rules/README.md`; `UPDATE_DOCS=1 npx vitest run tests/faults/mutation` writes it.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { type LoadedBrief, loadBrief } from '../../src/load/load.js';
import { checkBrief } from '../../src/rules/brief/check.js';
import { problemsOf } from '../../src/rules/findings.js';
import { ARTICLES, loadArticle, textOf, withText } from '../articles/articles.js';
import { MUTATIONS, mutationsOf } from './mutations.js';

const SAMPLES = ['air-quality', 'harbour-bridge', 'kursk-tribute', 'river-flood'];
const briefs = await Promise.all([
  ...SAMPLES.map((name) => loadBrief(`data/${name}/brief.yaml`)),
  ...ARTICLES.map(loadArticle),
]);
const PAGE = 'docs/rules/README.md';
const HEADING = '## What mutations show';

const codesIn = (loaded: LoadedBrief) =>
  problemsOf(checkBrief(loaded).findings, loaded, {}).map(({ code }) => code);

/** By rule, how many mutations of a kind it finds; those that none of its rules finds. */
function tried(kind: string, on: readonly LoadedBrief[]) {
  const mutation = MUTATIONS[kind];
  if (!mutation) throw new Error(`There is no "${kind}".`);
  const caught = new Map<string, number>();
  const missed: string[] = [];
  for (const loaded of on) {
    for (const { what, brief } of mutationsOf(mutation, loaded.brief)) {
      const codes = codesIn({ ...loaded, brief });
      const rule = mutation.rules.find((id) => codes.includes(id));
      if (rule === undefined) missed.push(`${brief.id}: ${what}`);
      else caught.set(rule, (caught.get(rule) ?? 0) + 1);
    }
  }
  const count = [...caught.values()].reduce((sum, one) => sum + one, 0);
  return { caught, count, tried: count + missed.length, missed };
}

describe('a brief that was not changed', () => {
  it.each(briefs)('has no findings: $brief.id', (loaded) => {
    expect(codesIn(loaded)).toEqual([]);
  });
});

describe('a mutation of a brief', () => {
  const rows: string[] = [];
  it.each(Object.entries(MUTATIONS))('is found as often as it was: %s', (kind, { floor, missed: why }) => {
    const { caught, count, tried: all, missed } = tried(kind, briefs);
    expect(all).toBeGreaterThanOrEqual(10);
    expect(count / all, missed.join('\n')).toBeGreaterThanOrEqual(floor);
    const by = [...caught].sort(([, a], [, b]) => b - a).map(([rule, n]) => `[${rule}](${rule}.md) ${n}`);
    rows.push(`| ${kind} | ${count} / ${all} | ${by.join(', ')} | ${count < all ? (why ?? '') : ''} |`);
  });

  it('stands in the page of the rules as it was counted', async () => {
    const page = await readFile(PAGE, 'utf8');
    const before = page.split(`\n${HEADING}`)[0] ?? '';
    const section = sectionOf(rows);
    if (process.env.UPDATE_DOCS !== undefined) await writeFile(PAGE, `${before.trimEnd()}\n\n${section}`);
    else expect(page.slice(page.indexOf(HEADING))).toBe(section);
  });
});

describe.skipIf(textOf('crane') === undefined)('with the texts of the articles at hand', () => {
  const articles = briefs.filter(({ brief }) => ARTICLES.some((name) => name === brief.id));
  const archived = articles.map((loaded) => {
    const article = ARTICLES.find((name) => name === loaded.brief.id);
    return withText(loaded, (article && textOf(article)) ?? '');
  });

  it.each([
    'a word of a quote dropped',
    'two words of a quote swapped',
    'the speakers of two quotes swapped',
  ])('no less is found: %s', (kind) => {
    expect(tried(kind, archived).count).toBeGreaterThanOrEqual(tried(kind, articles).count);
  });
});

function sectionOf(rows: readonly string[]): string {
  return `${HEADING}

Eight briefs, the four samples and four from articles of Wikinews (\`tests/articles/\`), were changed in one place at a time, by
program: a digit, a word, a date, a speaker (\`tests/faults/mutations.ts\`; of each kind at most ten a brief). A mutation is
caught where a rule finds it that names the fault; what another rule says by chance does not count. Unchanged, the eight
briefs have no finding.

| mutation | caught / tried | by rule | what is missed |
|---|---|---|---|
${rows.join('\n')}

What is missed needs the text of the source beside it (\`text:\` of a source), evidence that names who and when, or a reader.
`;
}
