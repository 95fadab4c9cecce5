/** Whose each quotation of six articles of Wikinews is, read by a person; skipped where the articles are not at hand. */
import { describe, expect, it } from 'vitest';
import { textOf } from '../articles/articles.js';
import { draftOf } from './drafted.js';

/** By article, the first three words of each quotation and who said it. */
const SPEAKERS: Readonly<Record<string, readonly (readonly [words: string, speaker: RegExp])[]>> = {
  crane: [
    ['All those who', /^Suleiman al-Amr$/],
    ['Had it happened an', /^Khaled Al-Maeena$/],
    ['Had it happened five', /^Khaled Al-Maeena$/],
  ],
  hackers: [
    ['So far, it', /^Matthew Ingram$/],
    ['Scientology vs. the', /^Matthew Ingram$/],
    ['another small skirmish', /^Matthew Ingram$/],
    ['Prompted I think', /^(?:an )?anonymous blogger$|^(?:the|one) poster$/i],
    ['Anon declares war', /^(?:an )?anonymous blogger$/i],
    ['I have myself', /^one poster$/i],
    ['Someone emailed me', /\bunknown author\b/],
    ['The word scientology', /\bmessage\b/],
    ['How can people', /^one poster$/i],
  ],
  homeopathic: [
    ['Gloria spent a', /^Mark Tedeschi$/],
    ["Gloria's eczema played", /^Mark Tedeschi$/],
    ['I am not', /^Thomas Sam$/],
    ['her skin was', /^(?:the )?Sydney Morning Herald$/i],
  ],
  taxes: [
    ['because the users', /^the city$/i],
    ['a discussion table', /^Claudio De Vincenti$/],
    ['many schools will', /^(?:Mr\. )?Toccafondi$/],
    ['We face a', /^Nunzio Galantino$/],
  ],
  warming: [
    ['The climate projections', /^Colette Heald$/],
    ['nobody has looked', /^Colette Heald$/],
    ['Ground-level ozone causes', /^(?:the )?U\.S\. Department of Agriculture$/i],
    ['An air-quality cleanup', /^Colette Heald$/],
    ['Despite an increase', /^Colette Heald$/],
  ],
};
const LEAST_RIGHT = 0.85;

describe.skipIf(textOf('crane') === undefined)('the speakers of quotations', () => {
  it('are right in most cases, and each is marked for review', async () => {
    const wrong: string[] = [];
    let count = 0;
    for (const [article, gold] of Object.entries(SPEAKERS)) {
      const { quotes = [] } = (await draftOf(textOf(article) ?? '')).brief;
      for (const [words, speaker] of gold) {
        const quote = quotes.find(({ text }) => String(text).startsWith(words));
        count++;
        if (!speaker.test(String(quote?.speaker))) wrong.push(`${article}: ${words} … ${quote?.speaker}`);
        else expect(quote?.review).toBe(true);
      }
    }
    expect(count).toBe(25);
    expect(1 - wrong.length / count, wrong.join('\n')).toBeGreaterThanOrEqual(LEAST_RIGHT);
  });
});
