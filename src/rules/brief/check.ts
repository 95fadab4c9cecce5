/** A brief held against its own sources, and against the standards of briefing. Pure: what is found is data. */

import { fold, holds } from '../../core/fold.js';
import { labelsIn, numbersIn } from '../../load/chart-shape.js';
import { parseDate, spanOf } from '../../load/dates.js';
import type { LoadedBrief } from '../../load/load.js';
import { fillPlaceholders, placeholdersOf } from '../../load/placeholders.js';
import type { Brief, Chart, Measure, Quote, SourceRef } from '../../load/schema.js';
import { type Table, valuesOf } from '../../load/table.js';
import { CONFIDENCES, CURRENCIES, LIKELIHOODS } from '../../load/vocabulary.js';
import { type Amount, amountsIn, isAmount, toleranceOf } from '../../words/amounts.js';
import type { RuleId } from '../registry.js';
import { RuleLog } from '../rule-log.js';
import { Numbers } from './numbers.js';
import { Passages, wordDiff } from './passage.js';
import { checkTranslation } from './translation.js';

type Path = readonly PropertyKey[];

/** Tells what was found; `look` counts what was held to a rule. */
interface Report {
  (rule: RuleId, path: Path, message: string, hint: string): void;
  count(rule: RuleId, count?: number): void;
}

/** The lists whose items state something, and the fields that hold their words. */
const STATEMENTS = [
  ['claims', ['text', 'caveat']],
  ['events', ['text', 'caveat']],
  ['judgments', ['text', 'caveat']],
  ['indicators', ['text', 'means']],
  ['questions', ['q', 'a']],
  // The headline of a chart is held to the chart.
  ['charts', ['subtitle', 'caveat']],
] as const;

/** A brief and what is beside it, whole or as far as an audience may see it. */
type Checkable = Pick<LoadedBrief, 'brief' | 'original' | 'archives' | 'tables'>;
/** Passages that are checked for in a brief's sources: whoever has more to correct begins with these. */
const MOST_PASSAGES = 100;

/** The archived text of a source, made comparable. */
class SourceText {
  readonly folded: string;
  #passages: Passages | undefined;
  readonly #budget: { left: number };

  constructor(text: string, budget: { left: number }) {
    this.folded = fold(text);
    this.#budget = budget;
  }

  /** What a finding says of the words that come nearest to some. */
  hint(words: string): string {
    if (this.#budget.left-- <= 0) return 'Give the very words of the source.';
    this.#passages ??= new Passages(this.folded);
    return `Nearest: ${this.#passages.nearest(words)}`;
  }
}

type Texts = ReadonlyMap<string, SourceText>;

/** The archived texts by source; one that several sources share is made comparable once. */
function textsOf(archives: LoadedBrief['archives']): Texts {
  const budget = { left: MOST_PASSAGES };
  const made = new Map<string, SourceText>();
  return new Map(
    [...archives].map(([id, { text, sha256 }]) => {
      const known = made.get(sha256) ?? new SourceText(text, budget);
      made.set(sha256, known);
      return [id, known];
    }),
  );
}

/** Holds a brief to every rule that needs nothing but the brief; findings in the order of its parts. */
export function checkBrief({ brief, original = brief, archives, tables }: Checkable): RuleLog {
  const log = new RuleLog();
  const report: Report = Object.assign(
    (rule: RuleId, path: Path, message: string, hint: string) => log.find({ rule, path, message, hint }),
    { count: (rule: RuleId, count?: number) => log.count(rule, count) },
  );
  checkSources(brief, archives, report);
  const texts = textsOf(archives);
  checkMeasures(brief, texts, report);
  checkStatements(brief, texts, tables, report);
  // What was quoted, was quoted in the brief's own language.
  original.quotes.forEach((quote, i) => {
    checkEvidence(quote.sources, ['quotes', i], texts, report);
    checkQuote(quote, ['quotes', i], texts, report);
    checkSourced(quote.sources, ['quotes', i], report);
  });
  checkTime(brief, report);
  if (original !== brief) checkTranslation(brief, original, log);
  brief.charts.forEach((chart, i) => {
    checkHeadline(chart, ['charts', i], brief, tables.get(chart.id), report);
  });
  original.charts.forEach((chart, i) => {
    checkUnits(chart, ['charts', i], original, report);
  });
  return log;
}

function checkSources(brief: Brief, archives: LoadedBrief['archives'], report: Report): void {
  for (const [id, source] of Object.entries(brief.sources)) {
    const archive = archives.get(id);
    if (!archive || source.sha256 === undefined) continue;
    report.count('stale-source');
    if (source.sha256 !== archive.sha256) {
      report(
        'stale-source',
        ['sources', id, 'sha256'],
        `the archived text of "${id}" is not the one that was cited: its SHA-256 is ${archive.sha256}`,
        'Read it again; if what is cited still holds, write the new SHA-256.',
      );
    }
  }
}

function checkMeasures(brief: Brief, texts: Texts, report: Report): void {
  for (const [name, measure] of Object.entries(brief.measures)) {
    const path = ['measures', name];
    checkEvidence(measure.sources, path, texts, report);
    checkSourced(measure.sources, path, report);
    measure.sources.forEach(({ evidence }, i) => {
      if (evidence !== undefined) checkNumber(measure, evidence, [...path, 'sources', i], report);
    });
  }
}

/** The measure's number and its word of precision, against the words that are to say them. */
function checkNumber(measure: Measure, evidence: string, path: Path, report: Report): void {
  report.count('evidence-number');
  const amounts = amountsIn(evidence);
  const wanted = measure.range ?? [measure.value ?? Number.NaN];
  const found = wanted.map((value) => amounts.find((amount) => isAmount(value, measure.precision, amount)));
  if (found.some((amount) => amount === undefined)) {
    report(
      'evidence-number',
      path,
      `${wanted.join(' to ')} is not the number of its evidence: "${evidence}"`,
      amounts.length > 0
        ? `It says ${amounts.map((amount) => amount.text).join(', ')}.`
        : 'Give words that hold the number.',
    );
    return;
  }
  report.count('evidence-precision');
  const said = found.find((amount): amount is Amount => amount?.precision !== undefined)?.precision;
  if (said !== undefined && said !== measure.precision && measure.range === undefined) {
    report(
      'evidence-precision',
      path,
      `is "${measure.precision}", and its evidence says "${said}": "${evidence}"`,
      `Make the precision "${said}".`,
    );
  }
}

function checkStatements(brief: Brief, texts: Texts, tables: LoadedBrief['tables'], report: Report): void {
  const dates = new Numbers(datesOf(brief));
  const evidenceOf = (refs: readonly SourceRef[], text: string) => [
    ...refs.map((ref) => ref.evidence ?? ''),
    ...placeholdersOf(text).flatMap(
      (name) => brief.measures[name]?.sources.map((ref) => ref.evidence ?? '') ?? [],
    ),
  ];
  const checkText = (text: string, refs: readonly SourceRef[], path: Path, shown?: Numbers) => {
    checkWords(text, path, report);
    const held = new Numbers(
      evidenceOf(refs, text)
        .flatMap(amountsIn)
        .flatMap(({ values }) => values),
    );
    for (const amount of figuresIn(text)) {
      report.count('unheld-number');
      if ([held, dates, shown].some((numbers) => numbers && isIn(numbers, amount))) continue;
      report(
        'unheld-number',
        path,
        `the number ${amount.text} is no measure, and stands neither in this item's evidence nor in a date of the brief`,
        'Make it a measure and write {its_name}, or give evidence that holds it.',
      );
    }
  };
  checkText(brief.bottomLine.text, brief.bottomLine.sources, ['bottomLine', 'text']);
  checkEvidence(brief.bottomLine.sources, ['bottomLine'], texts, report);
  for (const [list, fields] of STATEMENTS) {
    brief[list].forEach((item, i) => {
      const path = [list, i];
      const shown = 'kind' in item ? new Numbers(drawnIn(item, tables.get(item.id))) : undefined;
      checkEvidence(item.sources, path, texts, report);
      for (const field of fields) {
        const text = (item as Readonly<Record<string, unknown>>)[field];
        if (typeof text === 'string') checkText(text, item.sources, [...path, field], shown);
      }
      const used =
        'text' in item
          ? placeholdersOf(item.text).flatMap((name) => brief.measures[name]?.sources ?? [])
          : [];
      if (list === 'claims' || list === 'events') checkSourced([...item.sources, ...used], path, report);
    });
  }
}

function checkSourced(refs: readonly SourceRef[], path: Path, report: Report): void {
  report.count('no-source');
  if (refs.length === 0)
    report('no-source', path, 'has no source', 'Say where this was learned, in "sources:".');
}

/** Evidence stands in the archived text of its source, where there is one. */
function checkEvidence(refs: readonly SourceRef[], path: Path, texts: Texts, report: Report): void {
  refs.forEach(({ id, evidence }, i) => {
    const text = texts.get(id);
    if (evidence === undefined || text === undefined) return;
    report.count('evidence-missing');
    if (holds(text.folded, evidence)) return;
    report(
      'evidence-missing',
      [...path, 'sources', i],
      `the archived text of "${id}" does not say "${evidence}"`,
      text.hint(fold(evidence)),
    );
  });
}

/** A quote is what its source says: word for word, or with its gaps and insertions shown; in its own language or not. */
function checkQuote(quote: Quote, path: Path, texts: Texts, report: Report): void {
  const wordings = [quote.text, ...(quote.original ? [quote.original.text] : [])].map(fold);
  for (const { id, evidence } of quote.sources) {
    const text = texts.get(id);
    const shown = evidence === undefined ? undefined : fold(evidence);
    if (text === undefined && shown === undefined) continue;
    report.count('quote-verbatim');
    if (
      wordings.some((words) =>
        text === undefined ? isShownBy(shown ?? '', words) : holdsParts(text.folded, words),
      )
    )
      continue;
    const [words = ''] = wordings;
    report(
      'quote-verbatim',
      [...path, 'text'],
      text === undefined ? 'is not what its evidence says' : `is not what "${id}" says`,
      text === undefined
        ? `Changes: ${wordDiff(shown ?? '', words)}`
        : text.hint(partsOf(words).find((part) => !text.folded.includes(part)) ?? words),
    );
    return;
  }
}

/** What stands between the gaps and insertions that a quote shows. */
function partsOf(words: string): string[] {
  return words
    .split(/(?:\.\.\.|…|\[[^[\]]*\])/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Whether a text holds the parts of a quote, one after the other. */
function holdsParts(text: string, words: string): boolean {
  let from = 0;
  for (const part of partsOf(words)) {
    const at = text.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return true;
}

/** Whether evidence shows a quote: it may be a part of the quote, or have it in it. */
function isShownBy(evidence: string, words: string): boolean {
  return (
    evidence.includes(words) ||
    words.includes(evidence) ||
    partsOf(words).every((part) => evidence.includes(part))
  );
}

/** Second row of ICD 203, which is not mixed with the first. */
const SECOND_SCALE =
  /\b(?:remote chance|highly improbable|improbable|roughly even odds|probable|probably|highly probable|nearly certain)\b/i;

const SAID_LIKELIHOODS = LIKELIHOODS.map((term) => [new RegExp(`\\b${term}\\b`, 'i'), term] as const);
const SAID_CONFIDENCES = CONFIDENCES.map(
  (term) => [new RegExp(`\\b${term} confidence\\b`, 'i'), term] as const,
);

function checkWords(text: string, path: Path, report: Report): void {
  report.count('likelihood-with-confidence');
  for (const sentence of text.split(/(?<=[.!?])\s/)) {
    const [, likelihood] = SAID_LIKELIHOODS.find(([pattern]) => pattern.test(sentence)) ?? [];
    const [, confidence] = SAID_CONFIDENCES.find(([pattern]) => pattern.test(sentence)) ?? [];
    if (likelihood && confidence) {
      report(
        'likelihood-with-confidence',
        path,
        `says "${likelihood}" and "${confidence} confidence" in one sentence`,
        'Say how likely in one sentence and how sure in another (ICD 203), or use the fields of a judgment.',
      );
    }
  }
  if (path[0] === 'judgments') report.count('second-scale');
  const second = path[0] === 'judgments' ? SECOND_SCALE.exec(text)?.[0] : undefined;
  if (second) {
    report(
      'second-scale',
      path,
      `says "${second}", a term of another scale`,
      `Use one of: ${LIKELIHOODS.join(', ')}; or leave the likelihood out.`,
    );
  }
}

/** What has not happened by the brief's own date is not confirmed. */
function checkTime(brief: Brief, report: Report): void {
  const asOf = parseDate(brief.asOf);
  if (!asOf) return;
  brief.events.forEach((event, i) => {
    const date = event.date === undefined ? undefined : parseDate(event.date);
    if (date) report.count('future-confirmed');
    if (!date || event.status !== 'confirmed' || spanOf(date)[0] < spanOf(asOf)[1]) return;
    report(
      'future-confirmed',
      ['events', i, 'date'],
      `${event.date} is after ${brief.asOf}, the date of the brief, and the event is confirmed`,
      'Give it another status and say who announced it.',
    );
  });
}

/** A number that a chart's headline claims is in the chart. */
function checkHeadline(
  chart: Chart,
  path: Path,
  brief: Brief,
  table: Table | undefined,
  report: Report,
): void {
  const measures = (chart.data ?? []).flatMap((datum) => datum.measure ?? []);
  for (const name of placeholdersOf(chart.headline)) {
    report.count('headline-number');
    if (measures.includes(name) || chart.kind === 'timeline') continue;
    report(
      'headline-number',
      [...path, 'headline'],
      `claims {${name}}, which is not in the chart`,
      'Draw it, or leave it out of the headline.',
    );
  }
  if (chart.kind === 'timeline') return;
  const figures = figuresIn(chart.headline);
  if (figures.length === 0) return;
  const values = new Numbers([
    ...numbersIn(chart),
    ...measures.flatMap((name) => brief.measures[name]?.range ?? brief.measures[name]?.value ?? []),
    ...valuesOf(table),
  ]);
  const exact = new Numbers([...datesOf(brief), ...drawnIn(chart, table)]);
  for (const amount of figures) {
    report.count('headline-number');
    // A headline may round what the chart shows.
    if (isIn(values, amount, 'about') || isIn(exact, amount)) continue;
    report(
      'headline-number',
      [...path, 'headline'],
      `claims ${amount.text}, which is not in the chart`,
      'Draw it, or leave it out of the headline.',
    );
  }
}

/** Measures that one chart draws are in one unit, and that is the unit it states. */
function checkUnits(chart: Chart, path: Path, brief: Brief, report: Report): void {
  const units = [
    ...new Set((chart.data ?? []).flatMap((datum) => brief.measures[datum.measure ?? '']?.unit ?? [])),
  ];
  if (units.length === 0) return;
  report.count('mixed-units');
  const [stated = ''] = (chart.unit ?? '').split(' ');
  const isOther = units.some((unit) => isSign(unit) !== isSign(stated) || (isSign(unit) && unit !== stated));
  if (units.length === 1 && !isOther) return;
  report(
    'mixed-units',
    [...path, 'data'],
    `draws ${units.map((unit) => `"${unit}"`).join(' and ')}, and says it draws "${chart.unit}"`,
    'Draw one unit in one chart; make a second chart for the other.',
  );
}

/** A unit that stands at a number as a sign: a currency or a percent sign. */
function isSign(unit: string): boolean {
  return unit === '%' || CURRENCIES.has(unit);
}

/** Numbers in figures that a text has of its own, not by a measure. */
function figuresIn(text: string): Amount[] {
  return amountsIn(fillPlaceholders(text, () => ' ')).filter((amount) => /\d/.test(amount.text));
}

/** The numbers that are written into a chart, those of its labels too: years, ages, sizes. */
function drawnIn(chart: Chart, table: Table | undefined): number[] {
  const labels = [...labelsIn(chart), ...(table?.x ?? []), ...(table?.series ?? []).map((one) => one.label)];
  const named = labels.flatMap((label) => amountsIn(label)).flatMap(({ values }) => values);
  return [...numbersIn(chart), ...valuesOf(table), ...named];
}

/** Whether some numbers have one that is meant by an amount. */
function isIn(numbers: Numbers, { values }: Amount, precision: 'exact' | 'about' = 'exact'): boolean {
  return values.some((value) => numbers.has(value, toleranceOf(value, precision)));
}

/** Years, months and days of every date that the brief holds. */
function datesOf(brief: Brief): number[] {
  const dates = [
    brief.asOf,
    ...Object.values(brief.sources).flatMap((source) => [source.issued, source.accessed]),
    ...brief.events.map((event) => event.date),
    ...brief.quotes.map((quote) => quote.date),
  ];
  return dates
    .filter((date) => date !== undefined)
    .flatMap((date) => date.match(/\d+/g) ?? [])
    .map(Number);
}
