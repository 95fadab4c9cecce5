/** A value put into words, by the decks or by a writer, is read back as that value. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLocale } from '../../src/load/profiles.js';
import { loadTemplates } from '../../src/load/templates.js';
import { EXTRA_UNITS } from '../../src/load/units.js';
import { PRECISIONS } from '../../src/load/vocabulary.js';
import { amountsIn } from '../../src/words/amounts.js';
import { formatMeasure } from '../../src/words/numbers.js';
import { spellingsOf } from '../../src/words/spelling.js';
import { measure } from './wording.js';

const templates = await loadTemplates();
const LANGUAGES = ['ar', 'de', 'en', 'es', 'fr', 'ko', 'uk', 'zh'];

const isRead = (text: string, value: number) =>
  amountsIn(text).some(({ values }) =>
    values.some((other) => Math.abs(Math.abs(other) - Math.abs(value)) <= 1e-9 * Math.abs(value)),
  );

/** Values as briefs have them: small, large and round, with decimals. */
const value = fc.oneof(
  fc.integer({ min: 0, max: 999_999 }),
  fc.integer({ min: 1, max: 9999 }).map((n) => n * 1e6),
  fc.integer({ min: 1, max: 999 }).map((n) => n * 1e4),
  fc.integer({ min: 1, max: 99_999 }).map((n) => n / 10),
);

describe.each(LANGUAGES)('in %s', (language) => {
  const locale = readLocale(templates, language);

  it('what a deck says is read back, with every unit and precision', () => {
    const units = ['people', 'EUR', 'USD', '%', 'percent', 'mm', 'metres', 'hours', 'km/h', ...EXTRA_UNITS];
    fc.assert(
      fc.property(value, fc.constantFrom(...units), fc.constantFrom(...PRECISIONS), (n, unit, precision) => {
        const said = formatMeasure(measure({ value: n, unit, precision }), locale);
        expect(isRead(said, n), said).toBe(true);
        if (precision !== 'exact') expect(amountsIn(said)[0]?.precisions, said).toContain(precision);
      }),
      { numRuns: 1000 },
    );
  });

  /** n2words spells 501,000 in Arabic as "five hundred and a thousand thousand", and so on; 501 it spells. */
  const spelt = (numbers: fc.Arbitrary<number>) =>
    numbers.filter((n) => language !== 'ar' || ![1, 2].includes(Math.floor(n / 1000) % 100));

  it('what a writer spells is read back', () => {
    const counted = language === 'ko' ? ' 명' : language === 'zh' ? '人' : '';
    fc.assert(
      fc.property(
        fc.oneof(
          // Korean counts few things with its own words, and n2words with others.
          fc.integer({ min: language === 'ko' ? 10 : 2, max: 999 }),
          spelt(fc.integer({ min: 1000, max: 999_999 })),
          spelt(fc.integer({ min: 2000, max: 999_000 })).map((n) => Math.floor(n / 1000) * 1e6),
        ),
        (n) => {
          for (const spelling of spellingsOf(n, language))
            expect(isRead(`x ${spelling}${counted}`, n), `${n}: ${spelling}`).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
