/** A PDF held to the deck that it was printed from. Pure, once it is read. */

import type { Deck } from '../../compose/slide.js';
import { isPaintedBackwards, letters } from '../../core/normalize.js';
import { type PdfPage, type ReadPdf, tagsIn } from '../../unpack/tags.js';
import type { Log, Rule } from '../rule.js';
import type { FileCheck } from './file-check.js';
import type { SlideRuleId } from './slide-rules.js';
import { checkSlides, type ReadSlide } from './slides.js';

/** A document's language is read of HTML as well: see `reading.ts`. */
export const PDF_RULES = [
  { id: 'language', severity: 'error', asks: 'A document states its language and title.' },
  { id: 'pdf-pages', severity: 'error', asks: 'A PDF has a page for each slide.' },
  { id: 'pdf-text', severity: 'error', asks: 'A PDF says what the slides say, in the same order.' },
  {
    id: 'pdf-tags',
    severity: 'error',
    asks: 'A PDF is tagged, titled and outlined, and its figures have text equivalents.',
  },
] as const satisfies readonly Rule[];

type Id = (typeof PDF_RULES)[number]['id'] | SlideRuleId;

type Must = (rule: Id, isRight: boolean, message: string, slide?: number) => void;

/** Holds what was read of a PDF to the slides as they were seen. */
export function checkPdf(deck: Deck, pdf: ReadPdf, seen: readonly ReadSlide[], log: Log<Id>): void {
  const must = mustIn('pdf', deck, log);
  const { slides } = deck;
  must(
    'pdf-pages',
    pdf.pages.length === slides.length,
    `has ${pdf.pages.length} pages for ${slides.length} slides`,
  );
  checkDocument(deck, pdf, must);
  slides.forEach((slide, i) => {
    const page = pdf.pages[i];
    if (!page) return;
    checkFigures(page, slide.number, must);
    const difference = differenceOf(seen[i] ?? { text: '', drawn: '' }, page, slide.number);
    must('pdf-text', difference === undefined, difference ?? '', slide.number);
  });
}

/** Holds what was read of a handout to its deck: every slide and all that is said to it, under its marking. */
export function checkHandout(deck: Deck, pdf: ReadPdf, log: Log<Id>): void {
  const must = mustIn('handout', deck, log);
  const { pages } = pdf;
  must(
    'pdf-pages',
    pages.length >= deck.slides.length,
    `has ${pages.length} pages for ${deck.slides.length} slides`,
  );
  checkDocument(deck, pdf, must);
  pages.forEach((page, i) => {
    checkFigures(page, i + 1, must);
    const labels = page.text.match(/TLP:(?:CLEAR|GREEN|AMBER(?:\+STRICT)?|RED)/g) ?? [];
    must('marking-missing', labels.length >= 2, `page ${i + 1} is not marked at top and bottom`);
  });
  const read = letters(pages.map((page) => page.text).join(' '));
  for (const { number, notes } of deck.slides)
    for (const note of notes.slice(1))
      must(
        'pdf-text',
        isPaintedBackwards(note) || note.split(/\s+/).every((word) => read.includes(letters(word))),
        `does not say all of "${note.slice(0, 80)}…"`,
        number,
      );
}

function mustIn(element: string, deck: Deck, log: Log<Id>): Must {
  return (rule, isRight, message, slide) => {
    log.count(rule);
    if (isRight) return;
    log.find({
      rule,
      deck: `${deck.audience}-${deck.length}`,
      slide,
      element,
      message,
      hint: 'Look at what the theme adds, hides or reorders, or for letters that no font here has; or try another browser.',
    });
  };
}

/** What a PDF says of itself: that it is tagged, its language, its title, its outline. */
function checkDocument({ slides }: Deck, pdf: ReadPdf, must: Must): void {
  must('pdf-tags', pdf.isTagged, 'is not tagged');
  must('language', typeof pdf.info.Language === 'string', 'states no language');
  must('language', typeof pdf.info.Title === 'string', 'has no title');
  must(
    'pdf-tags',
    pdf.outline.length >= slides.length,
    `has ${pdf.outline.length} entries in its outline for ${slides.length} slides`,
  );
}

function checkFigures(page: PdfPage, slide: number, must: Must): void {
  const figures = tagsIn(page.tags).filter((tag) => tag.role === 'Figure');
  must(
    'pdf-tags',
    figures.every((figure) => (figure.alt ?? '').trim() !== ''),
    'has a figure without a text equivalent',
    slide,
  );
}

/** How the text of a page differs from what was seen of its slide; a page has the number of the slide as well. */
function differenceOf({ text, drawn }: ReadSlide, page: PdfPage, number: number): string | undefined {
  // What a theme adds is painted, and stands in no tag.
  const painted = sorted(page.text);
  const known = `${text}${drawn}`;
  if (painted !== sorted(known) && painted !== sorted(`${known}${number}`))
    return `has words or figures that the slide has not, or lacks some: "${page.text.trim().slice(0, 80)}…"`;
  if (sorted(page.drawn) !== sorted(drawn)) return `draws "${page.drawn}" where the slide draws "${drawn}"`;
  // What runs from right to left is painted in another order than it is read in.
  if (isPaintedBackwards(text)) return undefined;
  const wanted = letters(text);
  const read = letters(page.inOrder);
  if (read === wanted || read === `${wanted}${number}` || read === `${number}${wanted}`) return undefined;
  const at = [...wanted].findIndex((letter, i) => read[i] !== letter);
  const from = Math.max(0, at < 0 ? wanted.length - 20 : at - 10);
  return `says "…${read.slice(from, from + 40)}…" where the slide says "…${wanted.slice(from, from + 40)}…"`;
}

/** Labels of a chart are read in no order. */
function sorted(text: string): string {
  return [...letters(text)].sort().join('');
}

/** What is read of a PDF file. */
interface Content {
  pdf: ReadPdf;
}

const RULES: readonly Id[] = ['pdf-pages', 'pdf-text', 'pdf-tags'];

/** The pages of a PDF of slides. */
export const slidePages: FileCheck<Content, Id> = {
  rules: RULES,
  editions: ['audience'],
  run({ pdf }, { member, seen, brand }, log) {
    checkPdf(member.deck, pdf, seen, log);
    const read = pdf.pages.map((page) => ({ text: page.inOrder, drawn: page.drawn }));
    checkSlides(member, read, 'pdf', log, brand);
  },
};

/** The pages of a handout. */
export const handoutPages: FileCheck<Content, Id> = {
  rules: RULES,
  editions: ['handout'],
  run: ({ pdf }, { member }, log) => checkHandout(member.deck, pdf, log),
};
