/** Links between measures and between claims: none leads back to where it began, and rivals can be compared. */
import { show } from '../core/problem.js';
import type { Brief } from './schema.js';
import type { Path, Report } from './schema-errors.js';

/** Reports links that lead in a circle, and measures that cannot answer one question. */
export function checkLinks(brief: Brief, report: Report): void {
  const { measures, claims, rivals } = brief;
  const newer = new Map(Object.entries(measures).map(([id, { supersededBy }]) => [id, supersededBy]));
  for (const id of newer.keys()) checkCircle(id, newer, ['measures', id, 'supersededBy'], report);
  const before = new Map<string, string | undefined>();
  claims.forEach(({ id, follows }) => {
    before.set(id, follows);
  });
  claims.forEach(({ id, answers }, i) => {
    checkCircle(id, before, ['claims', i, 'follows'], report);
    if (answers === id) report({ code: 'circle', message: 'leads back to itself' }, ['claims', i, 'answers']);
  });
  rivals.forEach(({ measures: names }, i) => {
    const [first] = names;
    names.forEach((name, n) => {
      const path: Path = ['rivals', i, 'measures', n];
      if (names.indexOf(name) < n)
        report({ code: 'not-unique', message: `names ${show(name)} twice`, hint: 'Take one out.' }, path);
      const [unit, other] = [measures[name]?.unit, measures[first ?? '']?.unit];
      if (unit !== undefined && other !== undefined && unit !== other)
        report(
          {
            code: 'unlike-units',
            message: `is in ${show(unit)}, and ${show(first)} in ${show(other)}`,
            hint: 'Measures that answer one question have one unit: write both in the same.',
          },
          path,
        );
    });
  });
}

/** Reports a link that leads back to where it began. */
function checkCircle(
  id: string,
  links: ReadonlyMap<string, string | undefined>,
  path: Path,
  report: Report,
): void {
  const seen = new Set<string>();
  for (let next = links.get(id); next !== undefined && !seen.has(next); next = links.get(next)) {
    seen.add(next);
    if (next !== id) continue;
    report(
      { code: 'circle', message: 'leads back to itself', hint: 'Take out the one that does not hold.' },
      path,
    );
  }
}
