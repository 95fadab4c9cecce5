/** Faults of briefs, each found by the rule that names it: of an invented brief, and of eight real ones. */
import { describe, expect, it } from 'vitest';
import { BRIEF_FAULTS } from './faults.js';
import { codesWith } from './in-process.js';
import { REAL_FAULTS } from './real-faults.js';

describe('a fault of the base brief', () => {
  it.each(BRIEF_FAULTS)('is found: $rule, $name', async ({ rule, edits, language }) => {
    expect(await codesWith('tests/faults/base', edits, language)).toContain(rule);
  });
});

describe.each(Object.entries(REAL_FAULTS))('a fault of %s', (folder, faults) => {
  it.each(faults)('is found: %s, "%s" made "%s"', async (rule, from, to) => {
    const language = rule === 'untranslated' ? 'de' : undefined;
    expect(await codesWith(folder, [{ file: 'brief.yaml', from, to }], language)).toContain(rule);
  });
});
