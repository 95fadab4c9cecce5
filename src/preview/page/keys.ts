/** What can be done by keys, and the list of them. */
import { byId } from './elements.js';
import type { Slides } from './slides.js';

const help = byId('help', HTMLDialogElement);

export function listenForKeys(slides: Slides): void {
  const acts: Readonly<Record<string, () => void>> = {
    ArrowRight: () => slides.goTo(slides.current + 1),
    ArrowDown: () => slides.goTo(slides.current + 1),
    PageDown: () => slides.goTo(slides.current + 1),
    ArrowLeft: () => slides.goTo(slides.current - 1),
    ArrowUp: () => slides.goTo(slides.current - 1),
    PageUp: () => slides.goTo(slides.current - 1),
    Home: () => slides.goTo(0),
    End: () => slides.goTo(Number.MAX_SAFE_INTEGER),
    o: () => document.body.classList.toggle('without-outline'),
    f: () => document.body.classList.toggle('without-findings'),
    '?': () => help.showModal(),
  };
  const onKey = (event: KeyboardEvent) => {
    // A list to choose from has keys of its own, and so has whatever the browser does with a modifier.
    const isTaken = event.target instanceof HTMLSelectElement || help.open;
    if (isTaken || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = acts[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  document.addEventListener('keydown', onKey);
  slides.document.addEventListener('keydown', onKey);
  byId('help-button', HTMLButtonElement).addEventListener('click', () => help.showModal());
}
