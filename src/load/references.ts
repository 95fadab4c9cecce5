/** What a schema cannot say: that names are unique, that references lead somewhere, that hedges are named. */
import { show, suggest } from '../core/problem.js';
import { LISTS, PLACES, type Referent } from '../kinds/kinds.js';
import { checkAcceptances } from './acceptances.js';
import { checkTable, inlineTable } from './chart-shape.js';
import { checkLinks } from './links.js';
import { namesIn } from './names.js';
import { placeholdersOf } from './placeholders.js';
import type { Brief } from './schema.js';
import { type Path, type Report, valueAt } from './schema-errors.js';

/** Reports every problem of reference. `data` is what was read, so that a broken item still counts as known. */
export function checkBrief(brief: Brief, data: unknown, report: Report): void {
  const known = Object.fromEntries(
    Object.entries(PLACES).map(([kind, place]) => [kind, new Set(idsIn(data, place))]),
  ) as unknown as Readonly<Record<Referent, ReadonlySet<string>>>;
  const checkNames = (part: unknown, at: Path) => {
    for (const { kind, id, path, isVerbatim } of namesIn(part, at)) {
      if (isVerbatim || known[kind].has(id)) continue;
      const hint = known[kind].size === 0 ? `The brief has no ${kind}s.` : suggest(id, [...known[kind]]);
      report(
        { code: `unknown-${kind}`, message: `unknown ${kind} ${show(id)}`, hint },
        asWritten([...at, ...path], data),
      );
    }
  };
  const checkHedge = (item: { status: string; attribution?: string | undefined }, path: Path) => {
    if (item.status === 'confirmed' || item.attribution !== undefined) return;
    report(
      {
        code: 'no-attribution',
        message: `is ${item.status}, but does not say by whom`,
        hint: 'Add "attribution:", or make the status "confirmed" if it is.',
      },
      path,
    );
  };

  checkNames(brief.title, ['title']);
  if (brief.subtitle !== undefined) checkNames(brief.subtitle, ['subtitle']);
  checkNames(brief.bottomLine, ['bottomLine']);
  checkHedge(brief.bottomLine, ['bottomLine']);
  for (const [id, source] of Object.entries(brief.sources)) {
    checkNames(source, ['sources', id]);
    if (source.citedIn === id)
      report({ code: 'own-source', message: 'is cited in itself' }, ['sources', id, 'citedIn']);
  }
  for (const [id, measure] of Object.entries(brief.measures)) {
    const { sources, supersededBy, derived } = measure;
    checkNames({ sources, supersededBy, derived }, ['measures', id]);
    checkHedge(measure, ['measures', id]);
    for (const field of ['attribution', 'caveat'] as const) {
      for (const name of placeholdersOf(measure[field] ?? '')) {
        report(
          {
            code: 'nested-measure',
            message: `refers to a measure, "${name}", inside a measure`,
            hint: 'Write it without a number, or move it to the items that use the measure.',
          },
          ['measures', id, field],
        );
      }
    }
  }
  for (const list of LISTS) {
    brief[list].forEach((item, i) => {
      const path = [list, i];
      checkNames(item, path);
      if ('status' in item) checkHedge(item, path);
    });
  }
  const besides = new Map<string, string>();
  brief.charts.forEach((chart, i) => {
    chart.beside?.forEach((claim, n) => {
      const other = besides.get(claim);
      if (other !== undefined)
        report(
          {
            code: 'not-unique',
            message: `"${claim}" stands beside "${other}" already`,
            hint: 'A claim stands once in a deck: take it out of one of the two.',
          },
          ['charts', i, 'beside', n],
        );
      besides.set(claim, chart.id);
    });
    const { attribution } = chart;
    chart.data?.forEach((datum, n) => {
      checkHedge({ status: 'confirmed', attribution, ...datum }, ['charts', i, 'data', n]);
    });
    if (chart.data?.every(({ measure }) => measure === undefined || known.measure.has(measure))) {
      for (const problem of checkTable(chart, inlineTable(chart, brief.measures)))
        report(problem, ['charts', i]);
    }
  });
  checkLinks(brief, report);
  checkUnique(brief, report);
  checkAcceptances(brief, data, report);
}

/** A path as it is in the file, where `sources: [a]` is short for `sources: [{ id: a }]`. */
function asWritten(path: Path, data: unknown): Path {
  const parent = path.slice(0, -1);
  return typeof valueAt(data, parent) === 'string' ? parent : path;
}

function checkUnique(brief: Brief, report: Report): void {
  const first = new Map<string, string>();
  const claimName = (id: string, where: string, path: Path) => {
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, where);
    else
      report(
        {
          code: 'not-unique',
          message: `the id "${id}" is taken by ${earlier}`,
          hint: 'Give one of them another id.',
        },
        path,
      );
  };
  for (const id of Object.keys(brief.sources)) claimName(id, `sources.${id}`, ['sources', id]);
  for (const id of Object.keys(brief.measures)) claimName(id, `measures.${id}`, ['measures', id]);
  for (const list of LISTS) {
    brief[list].forEach((item, i) => {
      if (item.id !== undefined) claimName(item.id, `${list}[${i}]`, [list, i, 'id']);
    });
  }
}

/** The ids of a list, or the names of a group. */
function idsIn(data: unknown, field: string): string[] {
  const part = fieldOf(data, field);
  if (Array.isArray(part))
    return part.map((item) => fieldOf(item, 'id')).filter((id) => typeof id === 'string');
  return typeof part === 'object' && part !== null
    ? Object.keys(part).filter((name) => name !== '__proto__')
    : [];
}

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[field] : undefined;
}
