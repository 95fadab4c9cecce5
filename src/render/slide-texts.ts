/** A deck's Markdown as the texts of its slides, where each slide can be rendered without the others. */

/** Markdown of each slide, and the front matter that all of them have. */
export interface SlideTexts {
  head: string;
  slides: readonly string[];
}

/** Front matter that is the same for every slide. */
const HEAD = /^---\n(?:(?:marp|theme|lang|title): .*\n|paginate: (?:true|false)\n)*---\n/;

/** A comment that is about its own slide. Pages that are not counted change the numbers of those after them. */
const OWN_COMMENT = /<!--\s*(?:_(?!paginate)\w+: .*\n\s*)+-->/g;

/** What may reach beyond its slide: other comments, code, definitions of links, elements whose content is no Markdown. */
const REACHING = /<!|^ {0,3}(?:```|~~~|\[[^\]]*\]:)|<(?:pre|script|style|textarea|\?)/im;

/** What ends a slide: a rule between empty lines. Where there is another one, it is not told apart from a heading. */
const END = '\n\n---\n\n';
const OTHER_RULE = /^ {0,3}(?:[-_*][ \t]*){3,}$/m;

/** The slides of a deck; none where a template does something that may reach from one slide to another. */
export function slideTexts(markdown: string): SlideTexts | undefined {
  const head = HEAD.exec(markdown)?.[0];
  if (head === undefined) return undefined;
  // The empty line before the end is the slide's: an element that ends with it has it inside.
  const slides = markdown
    .slice(head.length)
    .split(END)
    .map((slide, i, { length }) => (i < length - 1 ? `${slide}\n` : slide));
  const isReaching = slides.some((slide) => {
    const rest = slide.replace(OWN_COMMENT, '');
    return REACHING.test(rest) || OTHER_RULE.test(rest);
  });
  return isReaching ? undefined : { head, slides };
}
