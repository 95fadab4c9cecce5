/** What was found, and what keeps a deck from being shown: where it is and what to do. */
import type { ShownProblem } from '../messages.js';
import { byId, element } from './elements.js';

const title = byId('findings-title', HTMLElement);
const findings = byId('finding-list', HTMLElement);
const failure = byId('failure', HTMLElement);
const failures = byId('failures', HTMLElement);
const note = byId('failure-note', HTMLElement);

export function showFindings(found: readonly ShownProblem[]): void {
  const errors = found.filter(({ severity }) => severity === 'error').length;
  const parts = [counted(errors, 'error'), counted(found.length - errors, 'warning')];
  title.textContent = found.length === 0 ? 'No findings' : `Findings: ${parts.filter(Boolean).join(', ')}`;
  findings.replaceChildren(...found.map(entryOf));
}

/** Shows errors over the deck, or takes them away. */
export function showFailure(problems: readonly ShownProblem[], hasDeck: boolean): void {
  failure.hidden = problems.length === 0;
  note.textContent = hasDeck ? 'The slides below are the last that could be shown.' : '';
  failures.replaceChildren(...problems.map(entryOf));
}

function entryOf({ code, severity, message, hint, place, href }: ShownProblem): HTMLElement {
  const kind = severity === 'error' ? 'Error' : 'Warning';
  const entry = element('li', `problem ${severity}`, element('p', 'severity', `${kind} · ${code}`));
  entry.append(element('p', 'message', message));
  if (hint !== undefined) entry.append(element('p', 'hint', hint));
  if (place === '') return entry;
  const where = element('p', 'place');
  if (href === undefined) where.append(place);
  else {
    const link = element('a', '', place);
    link.href = href;
    where.append(link);
  }
  entry.append(where);
  return entry;
}

function counted(n: number, name: string): string {
  return n === 0 ? '' : `${n} ${name}${n === 1 ? '' : 's'}`;
}
