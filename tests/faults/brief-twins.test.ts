/** Changes of briefs that look like faults and are none: no rule finds anything. */
import { describe, expect, it } from 'vitest';
import { BRIEF_TWINS } from './faults.js';
import { codesWith } from './in-process.js';
import { REAL_TWINS } from './real-faults.js';

describe('a clean twin of a fault of the base brief', () => {
  it.each(BRIEF_TWINS)('passes: $name', async ({ edits }) => {
    expect(await codesWith('tests/faults/base', edits)).toEqual([]);
  });
});

describe.each(Object.entries(REAL_TWINS))('a clean twin in %s', (folder, twins) => {
  it.each(twins)('passes: "%s" made "%s"', async (from, to) => {
    expect(await codesWith(folder, [{ file: 'brief.yaml', from, to }])).toEqual([]);
  });
});
