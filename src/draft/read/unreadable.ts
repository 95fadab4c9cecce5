/** Files that people give and nobody can read as an article, and what to do with each. */
import type { BriefError } from '../../core/problem.js';
import { type Content, refuse } from './kind.js';
import { isZip } from './zip.js';

interface Unreadable {
  isIn(content: Content): boolean;
  message: string;
  hint: string;
}

const startsWith =
  (...starts: readonly string[]) =>
  ({ bytes }: Content) => {
    const start = bytes.toString('latin1', 0, 16);
    return starts.some((expected) => start.startsWith(expected));
  };

const KNOWN: readonly Unreadable[] = [
  {
    isIn: startsWith('\x89PNG', '\xFF\xD8\xFF', 'GIF8', 'RIFF', 'II*\0', 'MM\0*'),
    message: 'is a picture',
    hint: 'Have its text recognised, and give that as a text file.',
  },
  {
    isIn: startsWith('\xD0\xCF\x11\xE0'),
    message: 'is a document in the old format of Word, Excel or PowerPoint',
    hint: 'Save it as .docx or as text.',
  },
  { isIn: startsWith('{\\rtf'), message: 'is in RTF', hint: 'Save it as .docx or as text.' },
  {
    isIn: startsWith('From: <Saved by', 'MIME-Version:', 'bplist00'),
    message: 'is a web archive',
    hint: 'Save the page again as "HTML only".',
  },
  {
    isIn: ({ bytes }) => isZip(bytes),
    message: 'is an archive, and no Word document',
    hint: 'Unpack it and give the article in it; a spreadsheet is saved as CSV, a presentation as PDF.',
  },
  {
    isIn: ({ data }) => data !== undefined,
    message: 'is JSON of no kind that is known',
    hint: 'Known are IPTC ninjs (with "bodies") and the content API of GOV.UK (with "details.body").',
  },
  {
    isIn: ({ text }) => /^\s*<\?xml/.test(text ?? ''),
    message: 'is XML of no kind that is known',
    hint: 'Save the article as HTML or as text.',
  },
  {
    isIn: ({ text, bytes }) => text === undefined && bytes.subarray(0, 4096).includes(0),
    message: 'is a binary file, not text',
    hint: 'Give an article as text, Markdown, HTML, PDF, Word (.docx) or JSON.',
  },
];

/** The refusal of a file that is known to be no article; `undefined` for any other. */
export function refusalOf(content: Content): BriefError | undefined {
  const known = KNOWN.find(({ isIn }) => isIn(content));
  return known && refuse(content.file, 'unreadable', known.message, known.hint);
}
