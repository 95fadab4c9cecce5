/** The rules that a brief and its decks are held to. A new one is a file here, its line below, and a page in `docs/rules/`. */
import { brandColour } from './brief/brand-colour.js';
import { derivedNumber } from './brief/derived-number.js';
import { drift } from './brief/drift.js';
import { evidenceDate } from './brief/evidence-date.js';
import { evidenceMissing } from './brief/evidence-missing.js';
import { evidenceUnit } from './brief/evidence-unit.js';
import { futureConfirmed } from './brief/future-confirmed.js';
import { headlineNumber } from './brief/headline-number.js';
import { leansOn } from './brief/leans-on.js';
import { likelihoodWithConfidence } from './brief/likelihood-with-confidence.js';
import { evidenceNumber, evidencePrecision } from './brief/measure-evidence.js';
import { mixedUnits } from './brief/mixed-units.js';
import { noSource, noSourceNumber } from './brief/no-source.js';
import { quoteVerbatim } from './brief/quote-verbatim.js';
import { secondScale } from './brief/second-scale.js';
import { speaker } from './brief/speaker.js';
import { staleSource } from './brief/stale-source.js';
import { supersededLead } from './brief/superseded-lead.js';
import { surerThanMeasure } from './brief/surer-than-measure.js';
import { surerThanSource } from './brief/surer-than-source.js';
import { translationNumbers, untranslated } from './brief/translation.js';
import { typedNumber } from './brief/typed-number.js';
import { unheldNumber } from './brief/unheld-number.js';
import { unitMissing } from './brief/unit-missing.js';
import { noteLeak } from './deck/note-leak.js';
import { offline } from './deck/offline.js';
import { PDF_RULES } from './deck/pdf.js';
import { READING_RULES } from './deck/reading.js';
import { SLIDE_RULES } from './deck/slide-rules.js';
import { withheldRule } from './deck/withheld.js';
import { agreement } from './family/agreement.js';
import { nesting } from './family/nesting.js';
import { overTime } from './family/over-time.js';
import type { BriefCheck, FamilyCheck, Rule } from './rule.js';

const BRIEF = [
  evidenceMissing,
  evidenceNumber,
  evidencePrecision,
  evidenceUnit,
  evidenceDate,
  quoteVerbatim,
  speaker,
  staleSource,
  futureConfirmed,
  unheldNumber,
  typedNumber,
  derivedNumber,
  unitMissing,
  surerThanMeasure,
  supersededLead,
  surerThanSource,
  likelihoodWithConfidence,
  secondScale,
  headlineNumber,
  mixedUnits,
  translationNumbers,
  untranslated,
  noSource,
  noSourceNumber,
  drift,
  leansOn,
] as const;

/** Slides and files of a finished deck; `deck/check.ts` and the formats say what is read for them. */
const DECK = [...SLIDE_RULES, ...READING_RULES, withheldRule, noteLeak, offline, ...PDF_RULES] as const;

const FAMILY = [agreement, nesting, overTime] as const;

const ALL = [...BRIEF, ...DECK, brandColour, ...FAMILY] as const;

export type RuleId = (typeof ALL)[number]['id'];

/** Rules that need nothing but the brief. */
export const BRIEF_RULE_IDS: readonly RuleId[] = BRIEF.map(({ id }) => id);

export const RULE_IDS: readonly RuleId[] = ALL.map(({ id }) => id);

export const RULES = Object.fromEntries(ALL.map((rule) => [rule.id, rule])) as Readonly<Record<RuleId, Rule>>;

/** A rule without a check of its own is found by that of another. */
export const BRIEF_CHECKS: readonly BriefCheck<RuleId>[] = BRIEF.flatMap((rule) =>
  'check' in rule ? [rule] : [],
);

export const FAMILY_CHECKS: readonly FamilyCheck<RuleId>[] = FAMILY;
