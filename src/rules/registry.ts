/** The rules that a brief and its decks are held to, by their stable ids. `docs/rules/` has a page on each. */

export type Severity = 'off' | 'warn' | 'error';

interface Rule {
  /** What it is, unless a call says otherwise. */
  severity: Severity;
  /** What it asks for, in a sentence. */
  asks: string;
}

const error = (asks: string): Rule => ({ severity: 'error', asks });
const warn = (asks: string): Rule => ({ severity: 'warn', asks });

export const RULES = {
  // The brief.
  'evidence-missing': error('Evidence stands in the archived text of its source.'),
  'evidence-number': error('The number of a measure is the number of its evidence.'),
  'evidence-precision': error('A measure is as precise as its evidence says.'),
  'quote-verbatim': error('A quote has the words of its source, or shows what it leaves out.'),
  'stale-source': error('The archived text of a source is the one that was cited.'),
  'future-confirmed': error('What has not happened by the date of the brief is not confirmed.'),
  'unheld-number': error('A number in a text is a measure, or stands in evidence or in a date of the brief.'),
  'likelihood-with-confidence': error('How likely and how sure stand in different sentences.'),
  'second-scale': error('A judgment keeps to one scale of likelihoods.'),
  'headline-number': error('A number in the headline of a chart is in the chart.'),
  'mixed-units': error('What one chart draws is in one unit.'),
  'translation-numbers': error('A translation names the same measures as the text that it translates.'),
  untranslated: warn('Every text is there in the language of the deck.'),
  'no-source': warn('A claim, measure, quote or event says where it was learned.'),

  // Each slide of a finished deck.
  'does-not-fit': error('Nothing runs off a slide, covers something else or is cut off.'),
  'small-text': error('No text is smaller than the theme allows.'),
  'missing-picture': error('Every picture is there.'),
  'text-missing': error('Every item of a slide can be read on it, in its own words.'),
  'hedge-missing': error('Status, attribution and caveat stand on the slide of what they are about.'),
  'source-missing': error('Sources of a slide are named on it.'),
  'marking-missing': error('The marking stands at the top and at the bottom of a slide.'),
  'stray-number': error('Every number on a slide comes from the brief.'),
  contrast: error('Text stands out from what is behind it (WCAG 2.2, 1.4.3).'),
  'text-equivalent': error('Every picture and chart says in words what it shows.'),
  'reading-structure': error('Headings, lists and tables are what they look like.'),

  // Each file.
  withheld: error('What an audience may not see is in none of its files.'),
  'note-leak': error('No speaker note is in an edition for the audience.'),
  offline: error('A deck loads nothing and breaks no rule of its own Content-Security-Policy.'),
  language: error('A document states its language and title.'),
  'pdf-pages': error('A PDF has a page for each slide.'),
  'pdf-text': error('A PDF says what the slides say, in the same order.'),
  'pdf-tags': error('A PDF is tagged, titled and outlined, and its figures have text equivalents.'),

  // The house.
  'brand-colour': warn('A colour of the house can be read where text is set in it.'),

  // The family.
  agreement: error('An item says the same in every deck.'),
  nesting: error('A longer deck says all that a shorter one says.'),
  'over-time': error('A deck takes no longer than its length.'),
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof RULES;

export const RULE_IDS = Object.keys(RULES) as RuleId[];
