/** A PDF with a text layer. */
import { oneAtATime } from '../../core/parallel.js';
import { megabytes } from '../../load/limits.js';
import { textFrom } from './blocks.js';
import { type Article, type Content, refuse, type SourceKind } from './kind.js';
import { metadata } from './metadata.js';
import { BOUNDS, type Bounds, readWithin } from './pdf-bounds.js';
import type { Layer } from './pdf-layer.js';
import { withoutRunning } from './pdf-lines.js';
import { paragraphsOf } from './pdf-paragraphs.js';

/** Memory is counted for the whole process. */
const inTurn = oneAtATime();

export const pdf: SourceKind = {
  extensions: ['pdf'],
  isIn: ({ bytes }) => bytes.subarray(0, 1024).includes('%PDF-'),
  read: (content) => inTurn(() => readPdf(content, BOUNDS)),
};

/** Throws where the PDF is damaged, needs a password, has no text, or takes more than `bounds`. */
export async function readPdf(content: Content, bounds: Bounds): Promise<Article> {
  const { pages, info } = await layerWithin(content, bounds);
  const blocks = paragraphsOf(withoutRunning(pages));
  if (blocks.length === 0)
    throw refuse(
      content.file,
      'no-text',
      'is a PDF without text',
      'It may be a scan: have its text recognised, or type what is cited.',
    );
  const title =
    typeof info.Title === 'string' && !/^(?:Microsoft Word - |untitled$)|\.\w{3,4}$/i.test(info.Title)
      ? info.Title.trim()
      : '';
  return {
    ...textFrom(blocks),
    ...metadata({
      title: title || blocks.find(({ level }) => level === 1)?.text,
      byline: info.Author,
      publisher: undefined,
      date: undefined,
      url: undefined,
      language: info.Language,
    }),
    tables: [],
  };
}

async function layerWithin({ file, bytes }: Content, bounds: Bounds): Promise<Layer> {
  const answer = await readWithin(bytes, bounds);
  if (!answer)
    throw refuse(
      file,
      'too-large',
      `takes more than ${bounds.milliseconds / 1000} s or ${megabytes(bounds.memory)} of memory to read`,
      'Save the pages that the brief is about as a PDF of their own, or as text.',
    );
  if ('layer' in answer) return answer.layer;
  throw answer.isLocked
    ? refuse(file, 'locked', 'is a PDF that needs a password', 'Save a copy without a password.')
    : refuse(
        file,
        'damaged',
        `is no PDF that can be read: ${answer.reason}`,
        'Open it in a reader and save it again.',
      );
}
