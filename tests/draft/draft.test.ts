/** A draft of an article: what is found, with which evidence, and that it passes the rules. */
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { draft } from '../../src/draft/draft.js';
import { readSources } from '../../src/draft/read/read.js';
import type { Draft } from '../../src/draft/result.js';
import { wordsAt } from './drafted.js';

const FILE = 'tests/draft/article.txt';
const drafted: Draft = await draft(await readSources([FILE]), { date: '2026-03-04', today: '2026-03-04' });
const { brief } = drafted;

describe('a draft of an article', () => {
  it('has every evidence word for word, at the place that it names', async () => {
    const text = await readFile(FILE, 'utf8');
    const items = [
      ...(brief.claims ?? []),
      ...(brief.quotes ?? []),
      ...(brief.events ?? []),
      ...(brief.people ?? []),
    ];
    const evidence = [...items, ...Object.values(brief.measures ?? {})]
      .flatMap(({ sources = [] }) => sources)
      .flatMap((source) =>
        typeof source === 'object' && source.evidence !== undefined ? [source.evidence] : [],
      );
    expect(evidence.length).toBeGreaterThan(15);
    for (const words of evidence) expect(text).toContain(words);
    for (const { id } of brief.claims ?? []) expect(wordsAt(drafted, id).join('')).not.toBe('');
  });

  it('keeps numbers as measures, with unit, precision, status and who says so', () => {
    const measures = Object.values(brief.measures ?? {}).map(
      ({ value, unit, precision, status, attribution }) =>
        [value, unit, precision, status, attribution] as const,
    );
    expect(measures).toEqual([
      [2, 'people', 'exact', 'reported', 'the Port Authority'],
      [14, 'people', 'at-least', 'reported', 'the Port Authority'],
      [1_200_000, 'EUR', 'about', 'estimated', 'Hauliers'],
      [15, '%', 'exact', 'reported', 'the article'],
      [50_000, 'USD', 'exact', 'reported', 'the article'],
    ]);
  });

  it('names the speaker of each quotation, with his or her role', () => {
    expect(brief.quotes?.map(({ text, speaker, role }) => [text, speaker, role])).toEqual([
      ['We will not open it a day early', 'Ana Ruiz', 'chief engineer of the Port Authority'],
      [
        'Nobody has looked at the south cable since 1998.',
        'Ana Ruiz',
        'chief engineer of the Port Authority',
      ],
    ]);
  });

  it('dates events by the day of the article', () => {
    const dates = brief.events?.map(({ date }) => date);
    expect(dates).toEqual(['1998', '2026-02-27', '2026-03-04', '2026-04']);
  });

  it('keeps hedges, and says whose statement a claim is', () => {
    const claimWith = (words: string) => brief.claims?.find(({ text }) => String(text).includes(words));
    expect(claimWith('inspection')).toMatchObject({ status: 'unverified' });
    expect(claimWith('inspection')?.text).toContain('reportedly');
    expect(claimWith('detour')).toMatchObject({ status: 'estimated', attribution: 'Hauliers' });
    expect(claimWith('money')).toMatchObject({
      status: 'claimed',
      attribution: expect.stringContaining('Jan Vos'),
    });
  });

  it('leaves out what stands around the article', () => {
    const texts = JSON.stringify(brief.claims);
    expect(texts).not.toMatch(/Wednesday|Ferries|Related/);
  });

  it('puts a statement that points back after the one that it points at, or leaves it out', () => {
    for (const claim of brief.claims ?? [])
      if (/^(?:They|It|He|She)\b/.test(String(claim.text))) expect(claim.follows).toBeDefined();
  });

  it('marks every item for review, spells out acronyms and asks what it cannot know', () => {
    const items = [
      ...(brief.claims ?? []),
      ...(brief.quotes ?? []),
      ...(brief.events ?? []),
      ...(brief.people ?? []),
    ];
    expect(
      [...items, ...Object.values(brief.measures ?? {})].filter(({ review }) => review !== true),
    ).toEqual([]);
    expect(brief.glossary).toEqual({ NRA: 'National Road Agency' });
    expect(drafted.questions.join('\n')).toContain('Who is the publisher?');
    expect(drafted.dropped).toEqual([]);
  });
});

describe('a draft of a text with a marking', () => {
  const options = { date: '2026-03-04', today: '2026-03-04' };
  const source = (text: string) => ({ file: 'notice.txt', text, headings: [], tables: [] });

  it.each([
    ['TLP:AMBER', 'TLP:AMBER'],
    ['tlp: red', 'TLP:RED'],
    ['TLP:AMBER+STRICT', 'TLP:AMBER+STRICT'],
  ])('%s is marked %s, source and brief', async (label, marking) => {
    const text = `Notice of the port\n\n${label}\n\nThe port closed both decks of the bridge on Sunday.`;
    const made = await draft([source(text)], options);
    expect(made.brief.marking).toBe(marking);
    expect(Object.values(made.brief.sources ?? {}).map((one) => one.marking)).toEqual([marking]);
  });

  it('is free where there is none', () => {
    expect(brief.marking).toBeUndefined();
  });

  it('is refused where there is a table and no text', async () => {
    const table = {
      ...source(''),
      file: 'rain.csv',
      tables: [
        {
          name: 'rain',
          rows: [
            ['Day', 'mm'],
            ['1', '4'],
          ],
        },
      ],
    };
    await expect(draft([table], options)).rejects.toThrow('There is no text in "rain.csv".');
  });
});
