/** Drafts of what is no article: any script, random bytes, texts that are far too long. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/load/limits.js';
import { parseBrief } from '../../src/load/parse.js';
import { draftOf } from './drafted.js';

const word = fc.constantFrom(
  ...['the', 'Ana Ruiz', 'said', 'killed', '107', '1.2 million', '15 percent', '$ 5', 'on Friday', 'in 2014'],
  ...[
    '"',
    '“',
    '”',
    '«',
    '»',
    '‘',
    "'",
    ',',
    '.',
    '?',
    ':',
    ';',
    '{a}',
    '}',
    '#',
    '- ',
    '\n',
    '\n\n',
    '\u0000',
  ],
  ...[
    'und',
    'der',
    'Prozent',
    'según',
    'près de',
    'повідомив',
    'тисяч',
    '1만 5천',
    '明らか',
    '约三百人',
    '。',
    '「',
    '」',
  ],
  ...['وقال', '٣٠٠', '،', '؟', 'हिन्दी', 'ไทย', '😀', 'e\u0301', '\u202e', '\ud800'],
);
const text = fc.oneof(
  fc.array(word, { maxLength: 80 }).map((words) => words.join(' ')),
  fc.string({ unit: 'binary', maxLength: 400 }),
);

function evidenceIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'evidence' && typeof inner === 'string' ? [inner] : evidenceIn(inner),
  );
}

const oneLine = (words: string) => words.replace(/\s+/gu, ' ');

async function expectHeld(source: string): Promise<void> {
  const { brief, sources, places } = await draftOf(source);
  const reading = { file: 'brief.yaml', data: brief, placeOf: () => ({ line: 1, column: 1 }) };
  expect(parseBrief(reading).problems).toEqual([]);
  for (const words of evidenceIn(brief)) expect(oneLine(sources[0]?.text ?? '')).toContain(words);
  for (const place of Object.values(places).flat()) expect(place.end).toBeGreaterThanOrEqual(place.start);
}

describe('a draft of any text', () => {
  it('is a brief whose evidence is in the text', async () => {
    await fc.assert(fc.asyncProperty(text, expectHeld), { numRuns: 150 });
  });

  it('is made of one sentence of 100,000 words, and of paragraphs without an end', async () => {
    await expectHeld(`${'word '.repeat(100_000)}end.`);
    await expectHeld('Ana said "we go ‘there and '.repeat(4000));
    await expectHeld('한국어문장'.repeat(20_000));
  });

  it('is refused where the text is longer than a source may be, and made where it is as long', async () => {
    const line = 'The port was closed. ';
    const most = Math.floor(LIMITS.archiveBytes / line.length);
    await expect(draftOf(line.repeat(most + 1))).rejects.toThrow('of text; at most 2 MB are read');
    await expectHeld(line.repeat(most));
  });

  it.each([
    [
      'sentences',
      'The port of Gent was closed on Friday after 12 ships had met, said Ana Ruiz of the port. ',
    ],
    ['paragraphs', 'About 1,200 lorries waited in 2014, according to the agency.\n\n'],
    ['quotations', '"We will not open it a day early," said Ana Ruiz. '],
    ['marks', '" and " ‘a '],
  ])('takes about twice the time for twice the %s', async (_, part) => {
    const time = async (bytes: number) => {
      const source = part.repeat(bytes / part.length);
      const start = process.cpuUsage();
      await draftOf(source);
      const { user, system } = process.cpuUsage(start);
      return user + system;
    };
    await time(20_000);
    const ratios: number[] = [];
    // The collection of garbage may fall into either: the best of a few tells how the time grows.
    for (let run = 0; run < 4 && !ratios.some((ratio) => ratio < 2.6); run++) {
      const half = await time(200_000);
      ratios.push((await time(400_000)) / half);
    }
    expect(Math.min(...ratios)).toBeLessThan(2.6);
  });
});
