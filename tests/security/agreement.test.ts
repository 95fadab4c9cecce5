/** Numbers agree between audiences, and an acronym that is spelt out for one of them is no other number. */
import { beforeAll, describe, expect, it } from 'vitest';
import { readAudience, readLengths, readLocale } from '../../src/load/profiles.js';
import { loadTemplates, type Templates } from '../../src/load/templates.js';
import { familyOf, type PlannedDeck, wordFamily } from '../../src/pipeline/family.js';
import { checkFamily } from '../../src/rules/family/check.js';
import { RuleLog } from '../../src/rules/rule-log.js';
import { loadedFrom, visibleOf } from '../loaded.js';

let templates: Templates;
beforeAll(async () => {
  templates = await loadTemplates();
});

function family(audience: string, texts: readonly string[]): PlannedDeck[] {
  const brief = loadedFrom({
    id: 'summit',
    title: 'The summit',
    asOf: '2026-03-02',
    bottomLine: 'The G7 meets again.',
    glossary: { G7: 'Group of 7 nations', START: 'treaty of 1991' },
    claims: texts.map((text, i) => ({ id: `c${i}`, text, status: 'confirmed', importance: 5 })),
  });
  return familyOf(
    wordFamily(visibleOf(brief), readAudience(templates, audience), readLocale(templates, 'en')),
    readLengths(templates),
  );
}

/** What two audiences are found to disagree about; the first one knows the acronyms. */
function disagreements(analyst: readonly string[], others: readonly string[]): string[] {
  const numbers = new Map();
  const log = new RuleLog();
  checkFamily(family('analyst', analyst), numbers, log);
  checkFamily(family('public', others), numbers, log);
  return log.findings.map(({ rule, message }) => `${rule}: ${message}`);
}

describe('numbers of two audiences', () => {
  it('agree where an acronym with a figure is spelt out for one of them', () => {
    const texts = ['All 5 of the G7 agree on START.', 'The Group of 7 nations (G7) meets on START.'];
    expect(family('public', texts).at(-1)?.plan.audience).toMatchObject({ spellOut: true });
    expect(disagreements(texts, texts)).toEqual([]);
  });

  it('differ where another figure does, spelt out or not', () => {
    const found = disagreements(['All 5 of the G7 agree.'], ['All 7 of the G7 agree.']);
    expect(found[0]).toMatch(/^agreement: "c0" says 7 7 7, and in analyst-\w+ 5 7$/);
    expect(disagreements(['All 5 agree.'], ['All 6 agree.'])).not.toEqual([]);
    expect(disagreements(['All 5 of 6 agree.'], ['All 6 of 5 agree.'])).not.toEqual([]);
  });
});
