import { describe, expect, it } from 'vitest';
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
  ])('%s is %s', (date, expected) => {
    expect(formatDate(date, english)).toBe(expected);
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
