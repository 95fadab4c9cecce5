/** How much a template may take: loops inside loops, and partials that include others twice, would not end. */
import type { Problem } from '../core/problem.js';

/** What a template did wrong while it ran; its file is known further out. */
export class TemplateFault extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** What a template may take for one slide: hundreds of times what the built-in ones do, and room for a picture in it. */
export const MOST = { turns: 20_000, characters: 1_000_000 } as const;

/** Counts what one call takes: turns of loops, and partials, which may call each other twice over. */
export class Budget {
  readonly #slides: number;
  #turns = 0;

  /** `view` is what a deck's template gets: a deck of more slides may take more. */
  constructor(view: object) {
    this.#slides = 'slides' in view && Array.isArray(view.slides) ? view.slides.length + 1 : 1;
  }

  /** One more turn of a loop, or one more partial. */
  turn(what: string, place: Place = {}): void {
    this.#turns++;
    if (this.#turns > MOST.turns * this.#slides) throw this.#spent(what, `${count(MOST.turns)} turns`, place);
  }

  /** Text that is written in one piece: what a loop or a partial gives. */
  written(characters: number, what: string, place: Place = {}): void {
    if (characters > MOST.characters * this.#slides)
      throw this.#spent(what, `${count(MOST.characters)} characters`, place);
  }

  #spent(what: string, most: string, place: Place): TemplateFault {
    return new TemplateFault({
      code: 'template',
      message: `${what} takes more than ${most} for each slide: the template was stopped`,
      hint: 'Look for loops inside loops, and for partials that include others more than once.',
      ...place,
    });
  }
}

interface Place {
  line?: number | undefined;
  column?: number | undefined;
}

export function placeOf(loc: hbs.AST.SourceLocation | undefined): Place {
  return { line: loc?.start.line, column: loc && loc.start.column + 1 };
}

const count = (number: number) => number.toLocaleString('en');
