/** One open page: what it shows, and what it has already, so that it is sent what is new and nothing else. */
import { contentKey } from '../core/memo.js';
import { withoutNumber } from '../fit/probe-cache.js';
import type { UpdatedDeck } from '../pipeline/update.js';
import type { Message, Selection, ShownSlide } from './messages.js';

export class Client {
  readonly selection: Selection;
  readonly send: (message: Message) => void;
  #slides: readonly string[] = [];
  #fonts = '';
  #css = '';

  constructor(selection: Selection, send: (message: Message) => void) {
    this.selection = selection;
    this.send = send;
  }

  /** Shows a deck; where it is the one that is shown, its slides are sent without their HTML. */
  show({ frame, slides, marking, seconds }: UpdatedDeck, isMeasured: boolean): void {
    // The page takes each of the slides it has once.
    const had = [...this.#slides];
    const shown = slides.map(({ html, key, items, kind, seconds }): ShownSlide => {
      const slide = { key: contentKey(withoutNumber(html)), about: aboutOf(key, kind, items), seconds };
      const at = had.indexOf(slide.key);
      if (at < 0) return { ...slide, html };
      had.splice(at, 1);
      return slide;
    });
    const { fontCss, css, head } = frame;
    this.send({
      kind: 'deck',
      isMeasured,
      deck: {
        title: head.title,
        language: head.language,
        marking,
        seconds,
        fonts: fontCss === this.#fonts ? undefined : fontCss,
        css: css === this.#css ? undefined : css,
        slides: shown,
      },
    });
    this.#slides = shown.map(({ key }) => key);
    this.#fonts = fontCss;
    this.#css = css;
  }
}

/** A slide keeps what it is about when an item joins it or it is set closer. */
function aboutOf(key: string, kind: string, [first]: readonly string[]): string {
  return first === undefined ? key : `${kind} ${first}`;
}
