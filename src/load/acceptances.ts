/** Findings that somebody takes responsibility for. Each holds as long as what it is about stays as it was. */
import { sha256 } from '../core/hash.js';
import { show, suggest } from '../core/problem.js';
import { LISTS } from '../kinds/kinds.js';
import { measuresNamedIn } from './names.js';
import type { Brief } from './schema.js';
import { type Path, type Report, valueAt } from './schema-errors.js';

/** The parts that have no id, by the name that an acceptance gives them. */
const NAMED: Readonly<Record<string, Path>> = { title: ['title'], 'bottom-line': ['bottomLine'] };

/** Where the part stands that has an id: an item, a measure, a source, the title or the bottom line. */
export function pathOfPart(brief: Brief, id: string): Path | undefined {
  for (const group of ['measures', 'sources'] as const)
    if (Object.hasOwn(brief[group], id)) return [group, id];
  for (const list of LISTS) {
    const i = brief[list].findIndex((item) => item?.id === id);
    if (i >= 0) return [list, i];
  }
  return Object.hasOwn(NAMED, id) ? NAMED[id] : undefined;
}

/** Reports acceptances of what is not there, and of what has changed since. `data` is the brief as it was written. */
export function checkAcceptances(brief: Brief, data: unknown, report: Report): void {
  brief.accept.forEach((acceptance, i) => {
    const path = pathOfPart(brief, acceptance.item);
    if (!path) {
      const known = [
        ...LISTS.flatMap((list) => brief[list].flatMap((item) => item?.id ?? [])),
        ...Object.keys(brief.measures),
      ];
      report(
        {
          code: 'unknown-item',
          message: `unknown item ${show(acceptance.item)}`,
          hint: suggest(acceptance.item, known),
        },
        ['accept', i, 'item'],
      );
      return;
    }
    const now = fingerprint(brief, data, path);
    if (acceptance.of === now) return;
    const isNew = acceptance.of === undefined;
    report(
      {
        code: isNew ? 'acceptance-open' : 'acceptance-lapsed',
        message: isNew
          ? `does not say what "${acceptance.item}" was when it was accepted`
          : `was of an earlier "${acceptance.item}", which has changed since`,
        hint: `Read the item again; then write "of: ${now}", or take the acceptance out.`,
      },
      isNew ? ['accept', i] : ['accept', i, 'of'],
    );
  });
}

/**
 * Eight characters that change with a part of the brief and with the measures that it names. The first is a letter: YAML
 * reads figures alone as a number.
 */
function fingerprint(brief: Brief, data: unknown, path: Path): string {
  const measures = measuresNamedIn(valueAt(brief, path), path).map((name) => ['measures', name]);
  return `f${sha256(JSON.stringify([path, ...measures].map((at) => valueAt(data, at)))).slice(0, 7)}`;
}
