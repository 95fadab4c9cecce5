/**
 * The slides, in a frame in which no script runs. A deck takes the place of the one before: slides that are the same
 * stay as they are, and so does what is being looked at.
 */
import type { ShownDeck, ShownSlide } from '../messages.js';
import { byId } from './elements.js';

/** A slide in the frame. */
interface Placed {
  slide: ShownSlide;
  element: Element;
}

export class Slides {
  readonly #frame = byId('slides', HTMLIFrameElement);
  readonly #scroller = byId('scroller', HTMLElement);
  readonly #document: Document;
  readonly #root: Element;
  #placed: readonly Placed[] = [];

  constructor() {
    const inner = this.#frame.contentDocument;
    const root = inner?.querySelector('div.marpit');
    if (!inner || !root) throw new Error('the frame for the slides is empty');
    this.#document = inner;
    this.#root = root;
    new ResizeObserver(() => this.#resize()).observe(this.#scroller);
    inner.addEventListener('click', openLink);
  }

  /** Where keys are pressed after a click on a slide. */
  get document(): Document {
    return this.#document;
  }

  get titles(): string[] {
    return this.#placed.map(({ element }) => element.querySelector('h1, h2')?.textContent?.trim() ?? '');
  }

  /** Index of the slide that is being looked at: the one in the middle. */
  get current(): number {
    const middle = this.#scroller.scrollTop + this.#scroller.clientHeight / 3;
    const next = this.#placed.findIndex(({ element }) => this.#topOf(element) > middle);
    return Math.max(0, (next < 0 ? this.#placed.length : next) - 1);
  }

  goTo(index: number): void {
    const wanted = Math.max(0, Math.min(this.#placed.length - 1, index));
    const place = this.#placed[wanted];
    if (place) this.#scroller.scrollTop = wanted === 0 ? 0 : this.#topOf(place.element) - 22;
  }

  show({ slides, css, fonts, language }: ShownDeck): void {
    const before = this.#placed;
    const at = this.current;
    const was = before[at];
    const offset = was ? this.#scroller.scrollTop - this.#topOf(was.element) : 0;
    this.#document.documentElement.lang = language;
    this.#style('fonts', fonts);
    this.#style('theme', css);
    const known = [...before];
    this.#placed = slides.map((slide) => {
      const found = known.findIndex((one) => one.slide.key === slide.key);
      const [same] = found < 0 ? [] : known.splice(found, 1);
      return { slide, element: same?.element ?? this.#made(slide, before.length > 0) };
    });
    this.#arrange();
    this.#setHeight();
    const now = was && placeOf(was, before, this.#placed, at);
    if (now) this.#scroller.scrollTop = Math.max(0, this.#topOf(now.element) + offset);
  }

  #made({ html = '' }: ShownSlide, isChange: boolean): Element {
    const template = this.#document.createElement('template');
    template.innerHTML = html;
    const made = template.content.firstElementChild ?? this.#document.createElement('div');
    if (isChange) made.classList.add('changed');
    return made;
  }

  /** Puts the slides in order and numbers them; those in their place already are not touched. */
  #arrange(): void {
    const wanted = new Set(this.#placed.map(({ element }) => element));
    for (const element of [...this.#root.children]) if (!wanted.has(element)) element.remove();
    let next = this.#root.firstElementChild;
    for (const { element } of this.#placed) {
      if (element === next) next = next.nextElementSibling;
      else this.#root.insertBefore(element, next);
    }
    this.#placed.forEach(({ element }, i) => {
      for (const section of element.querySelectorAll('section[data-marpit-pagination]')) {
        section.setAttribute('data-marpit-pagination', String(i + 1));
        section.setAttribute('data-marpit-pagination-total', String(this.#placed.length));
      }
    });
  }

  #style(id: string, css: string | undefined): void {
    const style = this.#document.getElementById(id);
    if (style && css !== undefined) style.textContent = css;
  }

  /** What is looked at stays, in another size. */
  #resize(): void {
    const before = this.#frame.clientHeight;
    this.#setHeight();
    if (before > 0) this.#scroller.scrollTop *= this.#frame.clientHeight / before;
  }

  #setHeight(): void {
    this.#frame.style.height = `${this.#root.getBoundingClientRect().height}px`;
  }

  /** How far a slide is below the top of all that can be scrolled to. The frame itself does not scroll. */
  #topOf(element: Element): number {
    return this.#frame.offsetTop - this.#scroller.offsetTop + element.getBoundingClientRect().top;
  }
}

/** Where the slide went that was looked at: the slide about the same, the same of several; else what is in its place. */
function placeOf(
  { slide }: Placed,
  before: readonly Placed[],
  after: readonly Placed[],
  at: number,
): Placed | undefined {
  const isAlike = (one: Placed) => one.slide.about === slide.about;
  const nth = before.slice(0, at).filter(isAlike).length;
  const alike = after.filter(isAlike);
  return alike[nth] ?? alike.at(-1) ?? after[Math.min(at, after.length - 1)];
}

/** A link of a slide opens in a window of its own, and only one to the web. */
function openLink(event: Event): void {
  const target = event.target as Element | null;
  const link = target?.closest?.('a[href]');
  if (!link) return;
  event.preventDefault();
  const address = link.getAttribute('href') ?? '';
  if (/^https?:/i.test(address)) window.open(address, '_blank', 'noopener,noreferrer');
}
