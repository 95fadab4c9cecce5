/** Items are put into the words of an audience once, however often and in however many lengths they are planned and set. */
import { expect, it } from 'vitest';
import { composeDecks } from '../../src/compose/deck.js';
import { wordBrief } from '../../src/items/worded.js';
import { readAudience, readLengths, readLocale } from '../../src/load/profiles.js';
import { loadTemplates } from '../../src/load/templates.js';
import { planDecks } from '../../src/select/plan.js';
import { loadedFrom, visibleOf } from '../loaded.js';

const BRIEF = {
  id: 'b',
  title: 'GDP',
  subtitle: 'GDP again',
  asOf: '2026-03-02',
  bottomLine: { text: 'GDP fell.', status: 'reported', attribution: 'the GDP office' },
  glossary: { GDP: 'gross domestic product' },
  claims: ['a', 'b', 'c'].map((id) => ({
    id,
    text: `GDP fell in region ${id}.`,
    status: 'reported',
    attribution: 'the GDP office',
    caveat: 'GDP is revised each quarter.',
    importance: 5,
  })),
  quotes: [{ id: 'q', text: 'GDP is not all.', speaker: 'Ana Ruiz', notes: 'Explain GDP.' }],
  events: [{ id: 'e', date: '2026-02', text: 'GDP is published.' }],
  judgments: [{ id: 'j', text: 'GDP recovers.', by: 'us', caveat: 'GDP may be revised.' }],
  indicators: [{ id: 'i', text: 'GDP of March.', means: 'GDP grows.' }],
  questions: [{ id: 'w', q: 'Why GDP?', a: 'GDP is known.', supports: 'a' }],
  comparisons: [
    {
      id: 'v',
      headline: 'GDP by region',
      left: { title: 'GDP a', claims: ['a'] },
      right: { title: 'GDP b', claims: ['b'] },
    },
  ],
};

it('are put into words once, and never again', async () => {
  const templates = await loadTemplates();
  const { brief } = visibleOf(loadedFrom(BRIEF));
  let spelt = 0;
  // Each time that a text is put into words, the acronym in it is looked up.
  const spellOut = new Proxy<Record<string, string>>(
    { ...brief.glossary },
    {
      get(entries, name: string) {
        spelt++;
        return entries[name];
      },
    },
  );
  const locale = readLocale(templates, 'en');
  const words = wordBrief(brief, { measures: brief.measures, locale, spellOut, replace: {} });
  const once = spelt;
  expect(once).toBeGreaterThan(20);
  const decks = [new Set<string>(), new Set(['claims  a b c'])].flatMap((overflowing) => {
    const plans = planDecks(words, readAudience(templates, 'analyst'), readLengths(templates), {
      overflowing,
    });
    return composeDecks(plans, new Map(), words, overflowing);
  });
  expect(spelt).toBe(once);
  const shown = JSON.stringify(decks.at(-1));
  for (const text of ['fell in region c.', 'recovers.', 'grows.', 'is known.', 'by region'])
    expect(shown).toContain(`gross domestic product (GDP) ${text}`);
  // The words of a quote are somebody's own.
  expect(shown).toContain('"GDP is not all."');
});
