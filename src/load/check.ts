/** What a schema cannot say: that names are unique, that references lead somewhere, that hedges are named. */
import { show, suggest } from '../problem.js';
import type { Path, Report } from './issues.js';
import { placeholdersOf } from './placeholders.js';
import type { Brief, SourceRef } from './schema.js';
import { checkTable, inlineTable } from './shape.js';

/** The lists of a brief whose items have ids, in the order of the file. */
const LISTS = [
  'claims',
  'quotes',
  'events',
  'judgments',
  'indicators',
  'questions',
  'people',
  'charts',
  'comparisons',
  'images',
] as const;

/** Reports every problem of reference. `data` is what was read, so that a broken item still counts as known. */
export function checkBrief(brief: Brief, data: unknown, report: Report): void {
  const known = {
    source: new Set(namesIn(data, 'sources')),
    measure: new Set(namesIn(data, 'measures')),
    claim: new Set(idsIn(data, 'claims')),
    event: new Set(idsIn(data, 'events')),
    image: new Set(idsIn(data, 'images')),
  };
  const expect = (kind: keyof typeof known, name: string, path: Path) => {
    if (known[kind].has(name)) return;
    const hint = known[kind].size === 0 ? `The brief has no ${kind}s.` : suggest(name, [...known[kind]]);
    report({ code: `unknown-${kind}`, message: `unknown ${kind} ${show(name)}`, hint }, path);
  };
  const checkSources = (refs: readonly SourceRef[], path: Path) => {
    refs.forEach((ref, i) => {
      expect('source', ref.id, [...path, 'sources', i]);
    });
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
  const checkTexts = (item: object, path: Path) => {
    for (const [field, value] of Object.entries(item)) {
      if (typeof value !== 'string' || VERBATIM.has(field) || (path[0] === 'quotes' && field === 'text'))
        continue;
      for (const name of placeholdersOf(value)) expect('measure', name, [...path, field]);
    }
  };

  checkTexts({ title: brief.title, subtitle: brief.subtitle }, []);
  checkTexts(brief.bottomLine, ['bottomLine']);
  checkSources(brief.bottomLine.sources, ['bottomLine']);
  checkHedge(brief.bottomLine, ['bottomLine']);

  for (const [id, source] of Object.entries(brief.sources)) {
    if (source.citedIn === undefined) continue;
    expect('source', source.citedIn, ['sources', id, 'citedIn']);
    if (source.citedIn === id)
      report({ code: 'own-source', message: 'is cited in itself' }, ['sources', id, 'citedIn']);
  }
  for (const [id, measure] of Object.entries(brief.measures)) {
    checkSources(measure.sources, ['measures', id]);
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
      checkTexts(item, path);
      checkSources(item.sources, path);
      if ('status' in item) checkHedge(item, path);
    });
  }
  brief.judgments.forEach((judgment, i) => {
    judgment.basis.forEach((claim, n) => {
      expect('claim', claim, ['judgments', i, 'basis', n]);
    });
  });
  brief.questions.forEach((question, i) => {
    if (question.supports !== undefined) expect('claim', question.supports, ['questions', i, 'supports']);
  });
  brief.quotes.forEach((quote, i) => {
    if (quote.portrait !== undefined) expect('image', quote.portrait, ['quotes', i, 'portrait']);
  });
  brief.comparisons.forEach((comparison, i) => {
    for (const side of ['left', 'right'] as const) {
      checkTexts(comparison[side], ['comparisons', i, side]);
      comparison[side].claims.forEach((claim, n) => {
        expect('claim', claim, ['comparisons', i, side, 'claims', n]);
      });
    }
  });
  const besides = new Map<string, string>();
  brief.charts.forEach((chart, i) => {
    chart.beside?.forEach((claim, n) => {
      const path = ['charts', i, 'beside', n];
      expect('claim', claim, path);
      const other = besides.get(claim);
      if (other !== undefined)
        report(
          {
            code: 'not-unique',
            message: `"${claim}" stands beside "${other}" already`,
            hint: 'A claim stands once in a deck: take it out of one of the two.',
          },
          path,
        );
      besides.set(claim, chart.id);
    });
    const attribution = chart.attribution;
    chart.data?.forEach((datum, n) => {
      checkHedge({ status: 'confirmed', attribution, ...datum }, ['charts', i, 'data', n]);
      if (datum.measure !== undefined) expect('measure', datum.measure, ['charts', i, 'data', n, 'measure']);
    });
    if (chart.data?.every(({ measure }) => measure === undefined || known.measure.has(measure))) {
      for (const problem of checkTable(chart, inlineTable(chart, brief.measures)))
        report(problem, ['charts', i]);
    }
    chart.events?.forEach((event, n) => {
      expect('event', event, ['charts', i, 'events', n]);
    });
  });
  checkUnique(brief, report);
}

/** Fields whose words are somebody else's: a brace in them is a brace. */
const VERBATIM: ReadonlySet<string> = new Set([
  'id',
  'speaker',
  'role',
  'name',
  'say',
  'by',
  'file',
  'alt',
  'credit',
  'licence',
]);

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

function namesIn(data: unknown, field: string): string[] {
  const part = fieldOf(data, field);
  return typeof part === 'object' && part !== null && !Array.isArray(part)
    ? Object.keys(part).filter((name) => name !== '__proto__')
    : [];
}

function idsIn(data: unknown, field: string): string[] {
  const part = fieldOf(data, field);
  if (!Array.isArray(part)) return [];
  return part.map((item) => fieldOf(item, 'id')).filter((id) => typeof id === 'string');
}

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[field] : undefined;
}
