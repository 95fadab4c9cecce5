/** What a draft lists: of what its audience may see, and under the highest marking of that. */
import { describe, expect, it } from 'vitest';
import { readAudience, readLengths, readLocale } from '../../src/load/profiles.js';
import type { BriefInput } from '../../src/load/schema.js';
import { loadTemplates } from '../../src/load/templates.js';
import { familyOf, wordFamily } from '../../src/pipeline/family.js';
import { readLevels } from '../../src/rules/findings.js';
import { openFindings } from '../../src/rules/open-findings.js';
import { loadedFrom, visibleOf } from '../loaded.js';

const BRIEF = {
  id: 'b',
  title: 'The bridge',
  asOf: '2026-03-02',
  marking: 'TLP:CLEAR',
  bottomLine: 'The bridge stays shut.',
  claims: [
    { id: 'secret', text: 'The board knew of 77 cracks.', status: 'confirmed', marking: 'TLP:RED' },
    { id: 'amber', text: 'The cable is old.', status: 'confirmed', marking: 'TLP:AMBER' },
    { id: 'open', text: 'The decks are closed.', status: 'confirmed' },
  ],
} satisfies BriefInput;

const linesFor = (highest: 'TLP:CLEAR' | 'TLP:AMBER', ...rules: string[]) =>
  openFindings(visibleOf(loadedFrom(BRIEF), highest), readLevels(rules));

describe('the findings of a draft', () => {
  it('name parts by their ids, since a number would count what is withheld', () => {
    expect(linesFor('TLP:CLEAR')).toMatchObject({
      lines: [{ rule: 'no-source', where: 'claims.open', message: 'has no source' }],
      marking: 'TLP:CLEAR',
    });
  });

  it('have the highest marking of what may be seen', () => {
    const { lines, marking } = linesFor('TLP:AMBER');
    expect(lines.map(({ where }) => where)).toEqual(['claims.amber', 'claims.open']);
    expect(marking).toBe('TLP:AMBER');
  });

  it('leave out what a call does not want', () => {
    expect(linesFor('TLP:AMBER', 'no-source=off').lines).toEqual([]);
  });
});

describe('a draft', () => {
  it('lists them on slides outside the time, and may take longer than its length', async () => {
    const templates = await loadTemplates();
    const long = { ...BRIEF, bottomLine: `${'The bridge stays shut. '.repeat(60)}` };
    const visible = visibleOf(loadedFrom(long), 'TLP:AMBER');
    const family = (open?: ReturnType<typeof openFindings>) =>
      familyOf(
        wordFamily(visible, readAudience(templates, 'analyst'), readLocale(templates, 'en')),
        readLengths(templates),
        { open },
      );
    expect(() => family()).toThrow(/\[over-time\]/);
    const [flash] = family(openFindings(visible, {}));
    expect(flash?.deck.seconds).toBeGreaterThan(flash?.plan.length.seconds ?? 0);
    expect(flash?.deck).toMatchObject({ draft: true, title: 'DRAFT: The bridge', marking: 'TLP:AMBER' });
    expect(flash?.deck.slides.at(-1)).toMatchObject({ kind: 'findings', marking: 'TLP:AMBER', seconds: 0 });
  });
});
