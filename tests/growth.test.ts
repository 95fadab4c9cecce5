/** Twice the text takes about twice the time, whatever it is of: no pattern goes back over what it has read. */
import { describe, expect, it } from 'vitest';
import { fold, holds } from '../src/core/fold.js';
import { readLocale } from '../src/load/profiles.js';
import { loadTemplates } from '../src/load/templates.js';
import { Passages } from '../src/rules/brief/passage.js';
import { escapeNote, escapeText, escapeYaml } from '../src/template/escape.js';
import { withoutBlocks } from '../src/unpack/blocks.js';
import { unpackText } from '../src/unpack/unpack.js';
import { amountsIn } from '../src/words/amounts.js';
import { toWords, type Wording } from '../src/words/texts.js';

const locale = readLocale(await loadTemplates(), 'en');
const terms = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`T${i}`, `Term ${i} in full`]));
const wording: Wording = { measures: {}, locale, spellOut: terms, replace: { ...terms, w: 'v' } };

/** What any text of a brief goes through, and what reads a finished file. */
const STAGES: Readonly<Record<string, (text: string) => unknown>> = {
  escapeText,
  escapeNote: (text) => escapeNote(`x${text}?`),
  escapeYaml,
  fold,
  amountsIn,
  toWords: (text) => toWords(text, wording),
  holds: (text) => holds(fold(text), `${fold(text.slice(0, 200))} end`),
  nearest: (text) => new Passages(fold(text)).nearest('nothing of the kind is there'),
  unpackText: (text) => unpackText('a.html', text),
  withoutBlocks: (text) => withoutBlocks(text, /stream\r?\n/, () => 'endstream', 'stream'),
};

const PARTS = [
  ...['w', '{', '& ', '! ', '!a ', '? ', '-', '--', '.', '. ', '/', ';', ':', '<', '<style ', '<script>'],
  ...[
    '1',
    '1,',
    '1 ',
    '111 ',
    '111,',
    '1.1.',
    '만',
    '1만',
    '1,천 ',
    'one ',
    'two million ',
    'zweitausend',
    'deux et demi ',
    'ثلاثة و',
    '三百',
    '이천 ',
    '다섯 ',
    'one in five ',
    '1 to ',
    'six',
    'about ',
    '€1 ',
    'data:',
    ';a',
  ],
  ...[
    'stream\n',
    '%20',
    '&#',
    '[',
    '…',
    "'",
    ' ',
    '\u00A0',
    'T1 ',
    'T1',
    '{t}',
    '. {t}',
    '1900-1999 ',
    'W. ',
  ],
];

/** The best of several runs, in milliseconds of processor time: what else the machine does adds little to it. */
function best(runs: number, run: () => unknown): number {
  const times = Array.from({ length: runs }, () => {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

/** Between 16, which is linear, and 256, with room for what else the machine does. */
const MOST = 140;

describe.each(Object.entries(STAGES))('%s', (_, stage) => {
  it.each(PARTS)('is linear in %j', (part) => {
    const times = (length: number) => {
      const text = part.repeat(Math.ceil(length / part.length));
      return (runs: number) => best(runs, () => stage(text));
    };
    // Sixteen times the text would be 256 times the time, if it grew by the square. What takes no time is linear.
    const [short, long] = [times(8_000), times(128_000)];
    let fastest = Number.POSITIVE_INFINITY;
    let growth = fastest;
    for (let attempt = 0; attempt < 12 && growth > MOST; attempt++) {
      fastest = Math.min(fastest, long(1));
      growth = fastest <= MOST ? fastest : fastest / Math.max(short(3), 1);
    }
    expect(growth).toBeLessThanOrEqual(MOST);
  });
});
