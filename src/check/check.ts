/** A brief held against its own sources, and against the standards of briefing. Pure: what is found is data. */
import { diffWordsWithSpace } from 'diff';
import { parseDate, spanOf } from '../load/dates.js';
import type { LoadedBrief } from '../load/load.js';
import { fillPlaceholders, placeholdersOf } from '../load/placeholders.js';
import type { Brief, Chart, Measure, Quote, SourceRef } from '../load/schema.js';
import { labelsIn, numbersIn } from '../load/shape.js';
import { type Table, valuesOf } from '../load/table.js';
import { CONFIDENCES, CURRENCIES, LIKELIHOODS } from '../load/terms.js';
import { type Amount, amountsIn, isAmount } from './amounts.js';
import { fold, holds } from './fold.js';
import { Ledger } from './ledger.js';
import type { RuleId } from './rules.js';
import { checkTranslation } from './translation.js';

type Path = readonly PropertyKey[];

/** Tells what was found; `look` counts what was held to a rule. */
interface Report {
  (rule: RuleId, path: Path, message: string, hint: string): void;
  look(rule: RuleId, count?: number): void;
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

/** Holds a brief to every rule that needs nothing but the brief; findings in the order of its parts. */
export function checkBrief({ brief, original = brief, archives, tables }: Checkable): Ledger {
  const ledger = new Ledger();
  const report: Report = Object.assign(
    (rule: RuleId, path: Path, message: string, hint: string) => ledger.find({ rule, path, message, hint }),
    { look: (rule: RuleId, count?: number) => ledger.look(rule, count) },
  );
  checkSources(brief, archives, report);
  const texts = new Map([...archives].map(([id, archive]) => [id, fold(archive.text)]));
  checkMeasures(brief, texts, report);
  checkStatements(brief, texts, tables, report);
  // What was quoted, was quoted in the brief's own language.
  original.quotes.forEach((quote, i) => {
    checkEvidence(quote.sources, ['quotes', i], texts, report);
    checkQuote(quote, ['quotes', i], texts, report);
    checkSourced(quote.sources, ['quotes', i], report);
  });
  checkTime(brief, report);
  if (original !== brief) checkTranslation(brief, original, ledger);
  brief.charts.forEach((chart, i) => {
    checkHeadline(chart, ['charts', i], brief, tables.get(chart.id), report);
  });
  original.charts.forEach((chart, i) => {
    checkUnits(chart, ['charts', i], original, report);
  });
  return ledger;
}

function checkSources(brief: Brief, archives: LoadedBrief['archives'], report: Report): void {
  for (const [id, source] of Object.entries(brief.sources)) {
    const archive = archives.get(id);
    if (!archive || source.sha256 === undefined) continue;
    report.look('stale-source');
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

function checkMeasures(brief: Brief, texts: ReadonlyMap<string, string>, report: Report): void {
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
  report.look('evidence-number');
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
  report.look('evidence-precision');
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

function checkStatements(
  brief: Brief,
  texts: ReadonlyMap<string, string>,
  tables: LoadedBrief['tables'],
  report: Report,
): void {
  const dates = datesOf(brief);
  const evidenceOf = (refs: readonly SourceRef[], text: string) => [
    ...refs.map((ref) => ref.evidence ?? ''),
    ...placeholdersOf(text).flatMap(
      (name) => brief.measures[name]?.sources.map((ref) => ref.evidence ?? '') ?? [],
    ),
  ];
  const checkText = (text: string, refs: readonly SourceRef[], path: Path, shown: readonly Amount[] = []) => {
    checkWords(text, path, report);
    const held = [...evidenceOf(refs, text).flatMap(amountsIn), ...dates, ...shown];
    for (const amount of figuresIn(text)) {
      report.look('unheld-number');
      if (amount.values.some((value) => held.some((other) => isAmount(value, 'exact', other)))) continue;
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
      checkEvidence(item.sources, path, texts, report);
      for (const field of fields) {
        const text = (item as Readonly<Record<string, unknown>>)[field];
        if (typeof text === 'string')
          checkText(
            text,
            item.sources,
            [...path, field],
            'kind' in item ? drawnIn(item, tables.get(item.id)) : [],
          );
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
  report.look('no-source');
  if (refs.length === 0)
    report('no-source', path, 'has no source', 'Say where this was learned, in "sources:".');
}

/** Evidence stands in the archived text of its source, where there is one. */
function checkEvidence(
  refs: readonly SourceRef[],
  path: Path,
  texts: ReadonlyMap<string, string>,
  report: Report,
): void {
  refs.forEach(({ id, evidence }, i) => {
    const text = texts.get(id);
    if (evidence === undefined || text === undefined) return;
    report.look('evidence-missing');
    if (holds(text, evidence)) return;
    report(
      'evidence-missing',
      [...path, 'sources', i],
      `the archived text of "${id}" does not say "${evidence}"`,
      `Nearest: ${nearestPassage(text, fold(evidence))}`,
    );
  });
}

/** A quote is what its source says: word for word, or with its gaps and insertions shown; in its own language or not. */
function checkQuote(quote: Quote, path: Path, texts: ReadonlyMap<string, string>, report: Report): void {
  const wordings = [quote.text, ...(quote.original ? [quote.original.text] : [])].map(fold);
  for (const { id, evidence } of quote.sources) {
    const text = texts.get(id);
    const shown = evidence === undefined ? undefined : fold(evidence);
    if (text === undefined && shown === undefined) continue;
    report.look('quote-verbatim');
    if (
      wordings.some((words) => (text === undefined ? isShownBy(shown ?? '', words) : holdsParts(text, words)))
    )
      continue;
    const [words = ''] = wordings;
    report(
      'quote-verbatim',
      [...path, 'text'],
      text === undefined ? 'is not what its evidence says' : `is not what "${id}" says`,
      text === undefined
        ? `Changes: ${wordDiff(shown ?? '', words)}`
        : `Nearest: ${nearestPassage(text, partsOf(words).find((part) => !text.includes(part)) ?? words)}`,
    );
    return;
  }
}

/** What stands between the gaps and insertions that a quote shows. */
function partsOf(words: string): string[] {
  return words
    .split(/(?:\.\.\.|…|\[[^\]]*\])/u)
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

/** The passage of a text that is most like some words, with what differs marked. */
function nearestPassage(text: string, words: string): string {
  const bare = (word: string) => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const all = text.split(' ');
  const wanted = words.split(' ');
  const known = new Set(wanted.map(bare));
  let best = 0;
  let most = -1;
  for (let i = 0; i + wanted.length <= Math.max(all.length, wanted.length); i++) {
    // Words that are there count, and count double in their place.
    const passage = all.slice(i, i + wanted.length).map(bare);
    const alike = passage.reduce(
      (sum, word, n) => sum + Number(known.has(word)) + Number(word === bare(wanted[n] ?? '')),
      0,
    );
    if (alike > most) {
      most = alike;
      best = i;
    }
  }
  return wordDiff(all.slice(best, best + wanted.length).join(' '), words);
}

/** `the [-old-]{+new+} words`: taken from the source, put in by the brief. */
function wordDiff(source: string, brief: string): string {
  return diffWordsWithSpace(source, brief)
    .map(({ added, removed, value }) => (added ? `{+${value}+}` : removed ? `[-${value}-]` : value))
    .join('');
}

/** Second row of ICD 203, which is not mixed with the first. */
const SECOND_SCALE =
  /\b(?:remote chance|highly improbable|improbable|roughly even odds|probable|probably|highly probable|nearly certain)\b/i;

function checkWords(text: string, path: Path, report: Report): void {
  report.look('likelihood-with-confidence');
  for (const sentence of text.split(/(?<=[.!?])\s/)) {
    const likelihood = LIKELIHOODS.find((term) => new RegExp(`\\b${term}\\b`, 'i').test(sentence));
    const confidence = CONFIDENCES.find((term) => new RegExp(`\\b${term} confidence\\b`, 'i').test(sentence));
    if (likelihood && confidence) {
      report(
        'likelihood-with-confidence',
        path,
        `says "${likelihood}" and "${confidence} confidence" in one sentence`,
        'Say how likely in one sentence and how sure in another (ICD 203), or use the fields of a judgment.',
      );
    }
  }
  if (path[0] === 'judgments') report.look('second-scale');
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
    if (date) report.look('future-confirmed');
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
    report.look('headline-number');
    if (measures.includes(name) || chart.kind === 'timeline') continue;
    report(
      'headline-number',
      [...path, 'headline'],
      `claims {${name}}, which is not in the chart`,
      'Draw it, or leave it out of the headline.',
    );
  }
  if (chart.kind === 'timeline') return;
  const values = [
    ...numbersIn(chart),
    ...measures.flatMap((name) => brief.measures[name]?.range ?? brief.measures[name]?.value ?? []),
    ...valuesOf(table),
  ];
  const dates = [...datesOf(brief), ...drawnIn(chart, table)];
  for (const amount of figuresIn(chart.headline)) {
    report.look('headline-number');
    const isKnown =
      // A headline may round what the chart shows.
      amount.values.some((rounded) => values.some((value) => isAmount(rounded, 'about', exactly(value)))) ||
      amount.values.some((value) => dates.some((date) => isAmount(value, 'exact', date)));
    if (isKnown) continue;
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
  report.look('mixed-units');
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
function drawnIn(chart: Chart, table: Table | undefined): Amount[] {
  const labels = [...labelsIn(chart), ...(table?.x ?? []), ...(table?.series ?? []).map((one) => one.label)];
  const values = [...numbersIn(chart), ...valuesOf(table)];
  return [...values.map(exactly), ...labels.flatMap((label) => amountsIn(label))];
}

function exactly(value: number): Amount {
  return { text: String(value), values: [value], precision: undefined };
}

/** Years, months and days of every date that the brief holds. */
function datesOf(brief: Brief): Amount[] {
  const dates = [
    brief.asOf,
    ...Object.values(brief.sources).flatMap((source) => [source.issued, source.accessed]),
    ...brief.events.map((event) => event.date),
    ...brief.quotes.map((quote) => quote.date),
  ];
  return dates
    .filter((date) => date !== undefined)
    .flatMap((date) => date.match(/\d+/g) ?? [])
    .map((figures) => ({ text: figures, values: [Number(figures)], precision: undefined }));
}
