/** The bar: what is shown. What was chosen stands in the address, so that a reload keeps it. */
import { CHOOSABLE, type Choosable, type Offers, type Selection } from '../messages.js';
import { byId, element } from './elements.js';

const form = byId('bar', HTMLFormElement);

function selectOf(name: Choosable): HTMLSelectElement {
  const field = form.elements.namedItem(name);
  if (!(field instanceof HTMLSelectElement)) throw new Error(`the bar has no ${name}`);
  return field;
}

export function showOffers(offers: Offers, selection: Selection): void {
  for (const name of CHOOSABLE) {
    const select = selectOf(name);
    select.replaceChildren(
      ...offers[name].map(({ id, name: label }) => {
        const option = element('option', '', label);
        option.value = id;
        return option;
      }),
    );
    select.value = selection[name];
    const label = select.closest('label');
    if (label?.classList.contains('optional')) label.hidden = offers[name].length < 2;
  }
}

/** Calls back when something else is chosen. */
export function onChoice(choose: (query: URLSearchParams) => void): void {
  form.addEventListener('change', () => {
    const query = new URLSearchParams(CHOOSABLE.map((name) => [name, selectOf(name).value]));
    history.replaceState(null, '', `?${query}`);
    choose(query);
  });
}
