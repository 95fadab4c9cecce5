import { describe, expect, it } from 'vitest';
import { readLocale } from '../../src/load/profiles.js';
import { loadTemplates } from '../../src/load/templates.js';
import { formatDate, formatSeconds } from '../../src/words/dates.js';
import { english, inLanguage } from './wording.js';

describe('formatDate', () => {
  it.each([
    ['2026-02-28', '28 February 2026'],
    ['2026-02', 'February 2026'],
    ['2026-autumn', 'autumn 2026'],
    ['2026-winter', 'winter 2026'],
    ['2026', '2026'],
    ['0079-08-24', '24 August 79'],
    ['0079', '79'],
    ['in spring', 'in spring'],
    ['2026-03-03-night', 'night of 3 March 2026'],
    ['mid-1970s', 'mid-1970s'],
    ['1970s', '1970s'],
    ['early-2024', 'early 2024'],
    ['late-2024-03', 'late March 2024'],
    ['19th-century', '19th century'],
    ['early-21st-century', 'early 21st century'],
  ])('%s is %s', (date, expected) => {
    expect(formatDate(date, english)).toBe(expected);
  });

  it.each([
    ['zh', 'mid-1970s', '1970年代中期'],
    ['de', 'early-1970s', 'Anfang der 1970er-Jahre'],
    ['de', 'late-2024-03', 'Ende März 2024'],
    ['de', '2026-03-03-night', '3. März 2026, nachts'],
    ['fr', '19th-century', 'XIXe siècle'],
    ['fr', '1st-century', 'Ier siècle'],
    ['fr', '2026-03-01-night', 'nuit du 1 mars 2026'],
    ['es', 'late-19th-century', 'finales del siglo XIX'],
    ['uk', '1970s', '1970-ті роки'],
    ['ko', 'late-1990s', '1990년대 말'],
    ['ar', '20th-century', 'القرن 20'],
  ])('in the words of %s, %s is %s', async (language, date, expected) => {
    const locale = readLocale(await loadTemplates(), language);
    expect(formatDate(date, locale).replace(/\u00A0/g, ' ')).toBe(expected);
  });

  it.each([
    ['ko', '2026-02-28', '2026년 2월 28일'],
    ['ko', '2026-02', '2026년 2월'],
    ['de', '2026-02-28', '28. Februar 2026'],
    ['en-US', '2026-02-28', 'February 28, 2026'],
    ['zh', '2026-02', '2026年2月'],
    // The calendar of the brief, whichever the language's own is.
    ['th', '2026', '2026'],
    ['ar', '2026-02', 'فبراير 2026'],
    ['fa', '2026', '۲۰۲۶'],
  ])('in %s, %s is %s', (language, date, expected) => {
    expect(formatDate(date, inLanguage(language)).replace(/\u00A0/g, ' ')).toBe(expected);
  });
});

it.each([
  [0, '0:00'],
  [59.4, '0:59'],
  [59.6, '1:00'],
  [125, '2:05'],
  [1800, '30:00'],
  [3600, '60:00'],
])('%d seconds are %s', (seconds, expected) => {
  expect(formatSeconds(seconds)).toBe(expected);
});
