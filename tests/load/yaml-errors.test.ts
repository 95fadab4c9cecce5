/** One slip in a real brief is one problem, on the line where it is: not one for each line that follows. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BriefError } from '../../src/core/problem.js';
import { readData } from '../../src/load/read.js';

const BRIEF = readFileSync(new URL('../../data/harbour-bridge/brief.yaml', import.meta.url), 'utf8');

/** What is told of the brief with one text in the place of another, and the line of that text. */
function told(from: string, to: string): { line: number; problems: (string | number | undefined)[][] } {
  const at = BRIEF.indexOf(from);
  if (at < 0) throw new Error(`the brief has no "${from}"`);
  const line = BRIEF.slice(0, at).split('\n').length;
  try {
    readData(Buffer.from(BRIEF.slice(0, at) + to + BRIEF.slice(at + from.length)), 'brief.yaml');
    return { line, problems: [] };
  } catch (error) {
    if (!(error instanceof BriefError)) throw error;
    return { line, problems: error.problems.map(({ line, message, hint }) => [line, message, hint]) };
  }
}

const UNEVEN = 'is no valid YAML: this line is not indented like its neighbours';
const COLUMN = 'Items of one list, and fields of one item, start in the same column.';

describe('a brief as it is', () => {
  it('has no problem', () => {
    expect(told('id: harbour-bridge', 'id: harbour-bridge').problems).toEqual([]);
  });
});

describe('one slip', () => {
  it('in an indent is told once, with both lines', () => {
    const deeper = told('    title: Notice 14', '     title: Notice 14');
    const hint = `Line ${deeper.line} is indented by 5 and line ${deeper.line + 1} by 4. ${COLUMN}`;
    expect(deeper.problems).toEqual([[deeper.line + 1, UNEVEN, hint]]);
    const less = told('    title: Notice 14', '   title: Notice 14');
    expect(less.problems).toEqual([
      [less.line, UNEVEN, `Line ${less.line} is indented by 3 and line ${less.line + 1} by 4. ${COLUMN}`],
    ]);
  });

  it('in a tab is told once', () => {
    const { line, problems } = told('    title: Notice 14', '\ttitle: Notice 14');
    expect(problems).toEqual([
      [line, 'is no valid YAML: a tab stands where spaces belong', 'Indent with spaces, never with tabs.'],
    ]);
  });

  it('in a closing quote is told once', () => {
    const { line, problems } = told('is mid-April 2026" }', 'is mid-April 2026 }');
    expect(problems).toEqual([
      [line, 'is no valid YAML: the closing " of a text is missing', 'Put it at the end of the text.'],
    ]);
  });

  it('in a closing quote is told where the quote opens, not where the next one stands', () => {
    const { line, problems } = told('title: Harbour bridge stays', 'title: "Harbour bridge stays');
    expect(problems).toHaveLength(1);
    expect(problems[0]?.[0]).toBe(line);
  });

  it('in a list item is told once', () => {
    const { line, problems } = told('\n    publisher: Port Authority', '\n  - publisher: Port Authority');
    expect(problems.map(([at]) => at)).toEqual([line + 1]);
  });
});

describe('slips that do not touch what follows', () => {
  it('are all told', () => {
    const { line, problems } = told(
      'title: Harbour bridge',
      'title: !one x\nnotes: !two y\nsubject: Harbour bridge',
    );
    expect(problems.map(([at]) => at)).toEqual([line, line + 1]);
  });
});

describe('aliases', () => {
  it('that grow out of bounds are told with the line of the one that does it', () => {
    const text = `a: &a [${'x, '.repeat(10)}]\nb: &b [${'*a, '.repeat(10)}]\nc: [${'*b, '.repeat(10)}]\n`;
    expect(() => readData(Buffer.from(text), 'brief.yaml')).toThrow(
      /^brief\.yaml:3:\d+: grows out of bounds/,
    );
  });
});
