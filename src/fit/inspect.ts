/** What runs in the page: looks at each slide as it is drawn, and tells where it does not fit. */

/** Something on a slide that is not where it may be. */
export interface Finding {
  rule: 'overflow' | 'collision' | 'clipped' | 'small-text' | 'missing-picture';
  /** The element, as CSS would name it: `p.foot`. */
  element: string;
  /** The first of its words. */
  text: string;
  /** How far it is out, or how large its type is; CSS pixels of a 1280×720 slide. */
  pixels: number;
}

/** A slide as it is drawn. */
export interface Inspection {
  findings: Finding[];
  /** The text that can be seen on it, in the order of the document, a piece a line; without what is drawn. */
  text: string;
  /** The text that is drawn into charts. */
  drawn: string;
}

/** Each slide of the page, in order. Self-contained: it is sent to the browser as it stands. */
export function inspectSlides(tolerance: number): Inspection[] {
  const MARGIN = 48;
  /** A quotation mark may hang in the margin. */
  const HANGING = 24;
  const LEAST_CONTENT = 24;
  const LEAST = 14;
  const FIXED = 'header, footer, .draft, .foot, .kicker, .meta';
  const FINE = `${FIXED}, small, sup, th, .scale, .subtitle, .key, .people i, .lead i, svg, section.quote h1`;

  const nameOf = (element: Element) => {
    const classes = element.getAttribute('class');
    return element.tagName.toLowerCase() + (classes ? `.${classes.trim().split(/\s+/).join('.')}` : '');
  };
  /** Whether what an element says can be seen at all: not hidden, not transparent, not clipped away. */
  const isShown = (element: Element) => {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    const { color } = getComputedStyle(element);
    if (/^rgba\(.*, 0\)$|\/ 0\)$/.test(color)) return false;
    // What is drawn into a chart is clipped to its own place in it.
    const frame = element.closest('svg.chart') ?? element;
    for (let part: Element | null = frame; part && part.tagName !== 'SECTION'; part = part.parentElement)
      if (getComputedStyle(part).clipPath !== 'none') return false;
    return true;
  };
  const wordsOf = (element: Element) => (element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 60);

  return [...document.querySelectorAll('div.marpit > svg > foreignObject > section')].map((section) => {
    const findings: Finding[] = [];
    const seen: string[] = [];
    const drawn: string[] = [];
    const report = (rule: Finding['rule'], element: Element, pixels: number) => {
      const known = findings.find((finding) => finding.rule === rule && finding.element === nameOf(element));
      if (known) known.pixels = Math.max(known.pixels, Math.round(pixels));
      else
        findings.push({ rule, element: nameOf(element), text: wordsOf(element), pixels: Math.round(pixels) });
    };
    const page = section.getBoundingClientRect();
    const boxOf = (selector: string) => section.querySelector(selector)?.getBoundingClientRect();
    const foot = boxOf(':scope > .foot') ?? boxOf(':scope > p > .foot');
    const bottom = Math.min(
      boxOf(':scope > footer')?.top ?? page.bottom,
      foot && foot.height > 0 ? foot.top : page.bottom,
    );
    const header = boxOf(':scope > header');

    const check = (element: Element, box: DOMRect) => {
      // A draft's banner goes to the edge of the page.
      if (element.closest('p.draft')) return;
      const fixed = element.closest(FIXED);
      const limit = fixed ? page.bottom - 16 : bottom;
      const out = Math.max(
        box.bottom - limit,
        box.right - (page.right - MARGIN),
        page.left + HANGING - box.left,
        page.top + 16 - box.top,
      );
      if (out > tolerance) report('overflow', fixed ?? element, out);
      if (header && !element.closest('header')) {
        const meets = Math.min(
          box.right - header.left,
          header.right - box.left,
          box.bottom - header.top,
          header.bottom - box.top,
        );
        if (meets > tolerance) report('collision', fixed ?? element, meets);
      }
      for (let parent = element.parentElement; parent && parent !== section; parent = parent.parentElement) {
        if (getComputedStyle(parent).overflow === 'visible') continue;
        const frame = parent.getBoundingClientRect();
        const cut = Math.max(
          box.bottom - frame.bottom,
          box.right - frame.right,
          frame.left - box.left,
          frame.top - box.top,
        );
        if (cut > tolerance) report('clipped', element, cut);
      }
    };

    const texts = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const element = node.parentElement;
      if (!element || (node.nodeValue ?? '').trim() === '') continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const boxes = [...range.getClientRects()].filter((box) => box.width > 0 && box.height > 0);
      for (const box of boxes) check(element, box);
      if (boxes.length > 0 && isShown(element)) {
        const words = (node.nodeValue ?? '').replace(/\s+/g, ' ').trim();
        (element.closest('svg.chart') ? drawn : seen).push(words);
      }
      if (element.closest('svg.chart')) continue;
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      if (size < LEAST || (size < LEAST_CONTENT && !element.closest(FINE)))
        report('small-text', element, size);
    }
    for (const picture of section.querySelectorAll('svg.chart, img')) {
      // A cover goes to the edge of the page.
      if (!picture.closest('.cover')) check(picture, picture.getBoundingClientRect());
      if (picture instanceof HTMLImageElement && picture.naturalWidth === 0)
        report('missing-picture', picture, 0);
    }
    const kicker = boxOf(':scope > .kicker');
    const heading = section.querySelector(':scope > h1');
    if (kicker && heading) {
      const meets = kicker.bottom - heading.getBoundingClientRect().top;
      if (meets > tolerance) report('collision', heading, meets);
    }
    if (foot) {
      for (const text of section.querySelectorAll(':scope > h1, :scope > .kicker')) {
        const meets = text.getBoundingClientRect().bottom - foot.top;
        if (meets > tolerance) report('collision', text, meets);
      }
    }
    return { findings, text: seen.join('\n'), drawn: drawn.join('\n') };
  });
}
