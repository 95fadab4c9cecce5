/** A directory of `tests/briefs` is a test case: what `brief.*` in it is told, word for word, is `expected.txt`. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findBriefs } from '../../src/load/load.js';
import { problemsOf, told } from './problems.js';

const CASES = fileURLToPath(new URL('../briefs/', import.meta.url));

/** Words that are zod's, csv-parse's or the system's own: none of them may reach whoever writes a brief. */
const FOREIGN =
  /invalid (input|key|option|string|element|record|url)|expected|received|too (big|small)|ENOENT|EISDIR|\[object|undefined|NaN/i;

describe('briefs', () => {
  const cases = readdirSync(CASES, { withFileTypes: true }).filter((entry) => entry.isDirectory());

  it.each(cases.map((entry) => entry.name))('%s', async (name) => {
    const folder = path.join(CASES, name);
    const [file = ''] = await findBriefs(folder);
    const actual = told(await problemsOf(file), folder);
    expect(actual).not.toMatch(FOREIGN);

    const snapshot = path.join(folder, 'expected.txt');
    if (!existsSync(snapshot) && !process.env.CI) writeFileSync(snapshot, actual);
    expect(actual).toBe(readFileSync(snapshot, 'utf8'));
  });
});
