/** The list of slides, with the time that each takes. */
import type { ShownDeck } from '../messages.js';
import { byId, element, minutes } from './elements.js';

const list = byId('entries', HTMLElement);
const facts = byId('facts', HTMLElement);

export function showOutline(
  { slides, seconds, marking }: ShownDeck,
  titles: readonly string[],
  goTo: (index: number) => void,
): void {
  facts.textContent = `${slides.length} slides · ${minutes(seconds)} · ${marking}`;
  list.replaceChildren(
    ...slides.map((slide, i) => {
      const button = element(
        'button',
        '',
        element('span', 'number', String(i + 1)),
        element('span', 'name', titles[i] || 'Untitled'),
        element('span', 'time', slide.seconds > 0 ? minutes(slide.seconds) : ''),
      );
      button.type = 'button';
      button.addEventListener('click', () => goTo(i));
      return element('li', '', button);
    }),
  );
}

/** Marks the slide that is looked at. */
export function markCurrent(index: number): void {
  const entries = [...list.querySelectorAll('button')];
  const marked = entries[index];
  if (!marked || marked.hasAttribute('aria-current')) return;
  for (const entry of entries) entry.removeAttribute('aria-current');
  marked.setAttribute('aria-current', 'true');
  marked.scrollIntoView({ block: 'nearest' });
}
