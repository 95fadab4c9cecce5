/**
 * One fault each, and clean twins that look like faults. An edit names a file of the base brief, or of the templates
 * (`templates/…`), what stands there, and what stands there instead; without `from`, the text is put at its end.
 */
import type { RuleId } from '../../src/rules/registry.js';

export interface Edit {
  file: string;
  from?: string;
  to: string;
}

export interface Fault {
  rule: RuleId;
  name: string;
  edits: readonly Edit[];
  /** Language of the deck, where it is not the brief's. */
  language?: string;
}

const brief = (from: string, to: string): Edit => ({ file: 'brief.yaml', from, to });
const notice = (from: string, to: string): Edit => ({ file: 'sources/notice.txt', from, to });
const slide = (kind: string, from: string, to: string): Edit => ({
  file: `templates/slides/${kind}.md.hbs`,
  from,
  to,
});
const partial = (name: string, from: string, to: string): Edit => ({
  file: `templates/partials/${name}.md.hbs`,
  from,
  to,
});
const theme = (css: string): Edit => ({ file: 'templates/themes/plain.css', to: `\n${css}\n` });
const deck = (from: string, to: string): Edit => ({ file: 'templates/deck.md.hbs', from, to });
/** The hash of the notice is not checked where its text is changed on purpose. */
const unhashed = { file: 'brief.yaml', from: /, sha256: [0-9a-f]{64}/.source, to: '' };

const fault = (rule: RuleId, name: string, ...edits: Edit[]): Fault => ({ rule, name, edits });

const inGerman = (rule: RuleId, name: string, ...edits: Edit[]): Fault => ({
  ...fault(
    rule,
    name,
    brief(
      'text: The bridge stays shut until April.,',
      'text: { en: The bridge stays shut until April., de: Die Brücke bleibt bis April gesperrt. },',
    ),
    ...edits,
  ),
  language: 'de',
});

/** Faults of a brief: found before anything is drawn. */
export const BRIEF_FAULTS: readonly Fault[] = [
  inGerman('untranslated', 'texts that are given once'),
  inGerman(
    'translation-numbers',
    'a number lost in translation',
    brief(
      'text: "{lorries} lorries take the detour daily."',
      'text: { en: "{lorries} lorries take the detour daily.", de: Lastwagen nehmen täglich den Umweg. }',
    ),
  ),
  inGerman(
    'unheld-number',
    'a number of its own in a translation',
    brief(
      'text: Crews work at night.',
      'text: { en: Crews work at night., de: 40 Leute arbeiten in der Nacht. }',
    ),
  ),
  fault(
    'evidence-missing',
    'evidence with a word changed',
    brief('evidence: closed to all traffic', 'evidence: closed to most traffic'),
  ),
  fault(
    'evidence-missing',
    'evidence that the source does not have in which its own was read',
    brief('  board: {', '  report: { title: Report, publisher: Institute, citedIn: notice }\n  board: {'),
    brief(
      'text: Crews work at night., status: reported, attribution: the port, sources: [notice]',
      'text: Crews work at night., status: reported, attribution: the port, sources: [{ id: report, evidence: Crews work at night }]',
    ),
  ),
  fault(
    'evidence-date',
    'a year changed by one digit',
    brief(
      'date: 2026-02-27, text: A strand parts in the cable., sources: [notice]',
      'date: 2014, text: The cable was painted., sources: [{ id: notice, evidence: The cable was painted in 2024 }]',
    ),
  ),
  fault(
    'evidence-date',
    'another month',
    brief(
      'date: 2026-04, text: Earliest reopening., status: estimated, attribution: the port, sources: [notice]',
      'date: 2026-05, text: Earliest reopening., status: estimated, attribution: the port, sources: [{ id: notice, evidence: The bridge reopens in April }]',
    ),
  ),
  fault(
    'evidence-number',
    'evidence of half a number',
    brief('evidence: 1 020 hours', 'evidence: 020 hours'),
  ),
  fault(
    'evidence-missing',
    'evidence from another text',
    brief('evidence: The bridge reopens in April', 'evidence: The bridge reopens in May'),
  ),
  fault(
    'evidence-missing',
    'a source that says nothing of it',
    notice('Nearly 4,700 lorries use the detour each\nday. ', ''),
    unhashed,
  ),
  fault(
    'evidence-missing',
    'evidence across two sentences',
    brief('evidence: closed to all traffic', 'evidence: closed to all traffic nearly'),
  ),
  fault('evidence-number', 'a number changed by one digit', brief('value: 4700', 'value: 4800')),
  fault('evidence-number', 'a number with a zero more', brief('value: 1200000', 'value: 12000000')),
  fault('evidence-number', 'a comma taken for a point', brief('value: 23.3', 'value: 233')),
  fault('evidence-number', 'figures that changed places', brief('value: 1020', 'value: 1002')),
  fault('evidence-number', 'a number that was spelt out', brief('value: 15000', 'value: 50000')),
  fault('evidence-number', 'a range with one end of its own', brief('value: 15000', 'range: [15000, 18000]')),
  fault(
    'evidence-number',
    'a number where the evidence has none',
    brief('evidence: Some fifteen thousand people', 'evidence: people cross daily'),
  ),
  fault(
    'evidence-precision',
    'nearly made about',
    brief('unit: lorries, precision: nearly', 'unit: lorries, precision: about'),
  ),
  fault(
    'evidence-precision',
    'about made exact',
    brief('unit: EUR, precision: about', 'unit: EUR, precision: exact'),
  ),
  fault(
    'evidence-precision',
    'some made at least',
    brief('unit: people, precision: about', 'unit: people, precision: at-least'),
  ),
  fault(
    'evidence-unit',
    'euros made dollars',
    brief('unit: EUR, precision: about', 'unit: USD, precision: about'),
  ),
  fault(
    'speaker',
    'a speaker whom the notice does not name',
    brief('speaker: Ana Ruiz, role: chief engineer, date', 'speaker: Mara Vidal, role: chief engineer, date'),
  ),
  fault(
    'surer-than-source',
    'a confirmed claim from a source that is possibly true',
    brief('issued: 2026-02-28, grade: A1', 'issued: 2026-02-28, grade: C3'),
  ),
  fault(
    'quote-verbatim',
    'a quote with one word changed',
    brief('We will not open it a day early', 'We will not open it an hour early'),
  ),
  fault(
    'quote-verbatim',
    'a quote with a word left out',
    brief('We will not open it a day early', 'We will open it a day early'),
  ),
  fault(
    'quote-verbatim',
    'a gap that is not shown',
    brief('We will not open it a day early', 'We will not open it for show'),
  ),
  fault(
    'quote-verbatim',
    'parts in another order',
    brief('We will not open it a day early', 'for show … a day early'),
  ),
  fault(
    'quote-verbatim',
    'a word put in without brackets',
    brief('We will not open it a day early', 'We will not open the bridge a day early'),
  ),
  fault('stale-source', 'an archived text that was edited', notice('at the earliest', 'at the latest')),
  fault('stale-source', 'a hash of another text', {
    file: 'brief.yaml',
    from: 'sha256: [0-9a-f]{8}',
    to: 'sha256: 00000000',
  }),
  fault(
    'future-confirmed',
    'an announcement told as a fact',
    brief('text: Earliest reopening., status: estimated, attribution: the port', 'text: Earliest reopening.'),
  ),
  fault(
    'future-confirmed',
    'the day after the brief',
    brief('date: 2026-02-27, text: A strand', 'date: 2026-03-03, text: A strand'),
  ),
  fault(
    'future-confirmed',
    'a season to come',
    brief('date: 2026-02-27, text: A strand', 'date: 2026-summer, text: A strand'),
  ),
  fault(
    'unheld-number',
    'a number in a claim that nothing holds',
    brief('The decks are closed to all traffic.', 'Both decks are closed to all 45 buses.'),
  ),
  fault('unheld-number', 'a number in an answer', brief('a: Not all of it.', 'a: About 35 percent of it.')),
  fault(
    'unheld-number',
    'a number in a caveat',
    brief('caveat: The figure has not been audited.', 'caveat: The figure may be off by 20 percent.'),
  ),
  fault(
    'unheld-number',
    'a number in the bottom line',
    brief('text: The bridge stays shut until April.', 'text: The bridge stays shut for 61 days.'),
  ),
  fault(
    'unheld-number',
    'a year that no date of the brief has',
    brief('text: A strand parts in the cable.', 'text: A strand parts in the cable of 1986.'),
  ),
  fault(
    'derived-number',
    'a share in words that the measures do not come to',
    brief(
      'text: "{lorries} lorries take the detour daily."',
      'text: "{lorries} lorries take the detour daily, a tenth of the {crossings} that crossed."',
    ),
    brief(
      '  gap: {',
      '  crossings: { value: 9000, unit: lorries, status: reported, attribution: the port, sources: [notice] }\n  gap: {',
    ),
  ),
  fault(
    'typed-number',
    'a measure typed as figures',
    brief(
      'text: Crews work at night., status: reported, attribution: the port, sources: [notice]',
      'text: "4,700 lorries wait.", status: reported, attribution: the port, sources: [{ id: notice, evidence: "Nearly 4,700 lorries" }]',
    ),
  ),
  fault(
    'surer-than-measure',
    'a confirmed claim of a disputed number',
    brief('unit: hours, status: reported', 'unit: hours, status: disputed'),
    brief(
      'text: Crews work at night., status: reported, attribution: the port',
      'text: "Crews work for {hours}.", status: confirmed',
    ),
  ),
  fault(
    'unit-missing',
    'a noun that the text lost',
    brief('"{lorries} lorries take the detour daily."', '"{lorries} of traffic take the detour each day."'),
  ),
  fault(
    'unit-missing',
    'another unit than that of the measure',
    brief('unit: hours, status', 'unit: mm, status'),
    brief('Crews work at night.', '"Crews work for {hours} hours."'),
  ),
  fault(
    'likelihood-with-confidence',
    'both in one judgment',
    brief(
      'The reopening slips past April.',
      'It is likely with moderate confidence that the reopening slips.',
    ),
  ),
  fault(
    'likelihood-with-confidence',
    'both in a claim',
    brief('The decks are closed to all traffic.', 'With high confidence closure is very likely.'),
  ),
  fault(
    'second-scale',
    'probable beside likely',
    brief('The reopening slips past April.', 'A slip past April is probable.'),
  ),
  fault(
    'second-scale',
    'improbable',
    brief('The reopening slips past April.', 'An opening in April is highly improbable.'),
  ),
  fault(
    'headline-number',
    'a headline with a number that is not drawn',
    brief('headline: Fewer lorries crossed in 2024', 'headline: Only 250 lorries crossed in 2024'),
  ),
  fault(
    'headline-number',
    'a headline with a measure that is not drawn',
    brief('headline: The detour costs four times the ferry', 'headline: "Costs fall on {lorries} lorries"'),
  ),
  fault(
    'mixed-units',
    'lorries and euros in one chart',
    brief('{ label: Ferry, value: 300000 }', '{ label: Ferry, measure: lorries }'),
  ),
  fault(
    'mixed-units',
    'percent drawn as euros',
    brief('{ label: Detour, measure: cost }', '{ label: Detour, measure: walkers }'),
  ),
  fault(
    'no-source',
    'a claim from nowhere',
    brief(
      'status: confirmed, sources: [{ id: notice, evidence: closed to all traffic }]',
      'status: confirmed',
    ),
  ),
  fault(
    'no-source',
    'a quote from nowhere',
    brief('date: 2026-02-28, sources: [notice], importance: 4', 'date: 2026-02-28, importance: 4'),
  ),
  fault(
    'no-source-number',
    'an event from nowhere',
    brief('text: A strand parts in the cable., sources: [notice]', 'text: A strand parts in the cable.'),
  ),
  fault(
    'drift',
    'an exclusion that the source does not have',
    brief('The decks are closed to all traffic.', 'Only the decks are closed to all traffic.'),
  ),
  fault(
    'superseded-lead',
    'a bottom line with a number that another has replaced',
    brief('text: The bridge stays shut until April.,', 'text: "{lorries} lorries wait until April.",'),
    brief('caveat: Counted at one gate only.,', 'caveat: Counted at one gate only., supersededBy: people,'),
  ),
  fault(
    'leans-on',
    'a pair without its two',
    brief('The decks are closed to all traffic.', 'Both are closed to all traffic.'),
  ),
];

/** Briefs that look like faults and are none. */
export const BRIEF_TWINS: readonly Omit<Fault, 'rule'>[] = [
  { name: 'the base itself', edits: [] },
  {
    name: 'a number that another has replaced, in a claim',
    edits: [
      brief('caveat: Counted at one gate only.,', 'caveat: Counted at one gate only., supersededBy: people,'),
    ],
  },
  {
    name: 'other words for what the source says, and a time that "this" may point at',
    edits: [brief('The decks are closed to all traffic.', 'This week all traffic is kept off the decks.')],
  },
  {
    name: 'other quotation marks',
    edits: [brief('evidence: about 1.2 million euros', 'evidence: "‘about 1.2 million euros’ every day"')],
  },
  {
    name: 'a number with another separator',
    edits: [brief('evidence: 1 020 hours', 'evidence: "1\u202f020 hours"')],
  },
  {
    name: 'evidence over a break of line',
    edits: [brief('evidence: 1 020 hours', 'evidence: "them on foot. The repair takes 1 020 hours"')],
  },
  {
    name: 'a quote with its gap shown',
    edits: [brief('We will not open it a day early', 'We will not open it … for show')],
  },
  {
    name: 'a quote with a word in brackets',
    edits: [brief('We will not open it a day early', '"We will not open it [the bridge] a day early"')],
  },
  {
    name: 'a quote with a capital of its own',
    edits: [
      brief(
        'We will not open it a day early',
        '"We will not open it a day early, and we will not open it for show"',
      ),
    ],
  },
  {
    name: 'a percentage written with its sign',
    edits: [brief('evidence: "23,3 % of them on foot"', 'evidence: "23,3 %"')],
  },
  {
    name: 'a number spelt out by the source',
    edits: [
      brief('evidence: Some fifteen thousand people', 'evidence: Some fifteen thousand people cross daily'),
    ],
  },
  {
    name: 'evidence read in another source',
    edits: [
      brief('  board: {', '  report: { title: Report, publisher: Institute, citedIn: notice }\n  board: {'),
      brief(
        'sources: [{ id: notice, evidence: closed to all traffic }]',
        'sources: [{ id: report, evidence: closed to all traffic }]',
      ),
    ],
  },
  {
    name: 'an event in the decade of its evidence',
    edits: [
      brief(
        'date: 2026-02-27, text: A strand parts in the cable., sources: [notice]',
        'date: mid-2020s, text: The cable was painted., sources: [{ id: notice, evidence: The cable was painted in 2024 }]',
      ),
    ],
  },
  {
    name: 'the day of the brief itself',
    edits: [brief('date: 2026-02-27, text: A strand', 'date: 2026-03-02, text: A strand')],
  },
  {
    name: 'a year that a date has',
    edits: [brief('text: A strand parts in the cable.', 'text: A strand parts in the cable in 2026.')],
  },
  {
    name: 'a number that stands in the evidence of its item',
    edits: [
      brief(
        'The decks are closed to all traffic., status: confirmed, sources: [{ id: notice, evidence: closed to all traffic }]',
        'It was painted in 2024., status: confirmed, sources: [{ id: notice, evidence: The cable was painted in 2024 }]',
      ),
    ],
  },
  {
    name: 'a confirmed claim of a disputed number, with a caveat',
    edits: [
      brief('unit: hours, status: reported', 'unit: hours, status: disputed'),
      brief(
        'text: Crews work at night., status: reported, attribution: the port',
        'text: "Crews work for {hours}.", status: confirmed, caveat: That they work is confirmed',
      ),
    ],
  },
  {
    name: 'a unit that the text writes itself, in other words',
    edits: [brief('Crews work at night.', '"Crews work for {hours} working hours."')],
  },
  {
    name: 'a number of some of them',
    edits: [
      brief(
        '"{lorries} lorries take the detour daily."',
        '"In the port {lorries} of them take the detour each day."',
      ),
    ],
  },
  {
    name: 'a headline that rounds what is drawn',
    edits: [brief('headline: Fewer lorries crossed in 2024', 'headline: About 300 lorries crossed in 2024')],
  },
  {
    name: 'likelihood and confidence in two sentences',
    edits: [brief('The reopening slips past April.', 'A slip is likely. We have moderate confidence in it.')],
  },
];

const SECRET = 'The board has hidden a second crack from the inspectors.';

/** Faults of templates and themes: found on finished slides and in finished files. */
export const DECK_FAULTS: readonly Fault[] = [
  fault('brand-colour', 'a yellow for text', {
    file: 'templates/brand.yaml',
    to: 'name: Office\ncolours: { accent: "#ffd500" }\n',
  }),
  fault(
    'hedge-missing',
    'a template that drops the hedges of facts',
    partial('fact', '{{> partials/hedges}}', ''),
  ),
  fault(
    'hedge-missing',
    'a template that drops the caveat',
    partial('hedges', '{{detail}}', '{{attribution}}'),
  ),
  fault('hedge-missing', 'a template that drops the status', partial('hedges', '<b>{{status}}</b>', '')),
  fault('hedge-missing', 'a caveat hidden by CSS', theme('.rows small { display: none }')),
  fault('hedge-missing', 'a hedge made transparent', theme('section small { color: transparent }')),
  fault('hedge-missing', 'a hedge made invisible', theme('section small { opacity: 0 }')),
  fault('hedge-missing', 'a hedge clipped to nothing', theme('section small { clip-path: inset(50%) }')),
  fault(
    'hedge-missing',
    'a chart without its hedges',
    slide('chart', '{{#with headline}}{{> partials/hedges}}{{/with}}</p>', '</p>'),
  ),
  fault('hedge-missing', 'a judgment without its caveat', partial('assessment', '{{> partials/hedges}}', '')),
  fault('text-missing', 'a quote cut to its speaker', slide('quote', '> {{row.text}}', '> …')),
  fault('text-missing', 'a judgment without whose it is', partial('assessment', '{{by}}', '')),
  fault('text-missing', 'an event without its date', slide('timeline', '{{when}}', '')),
  fault('source-missing', 'a foot without sources', partial('foot', '{{else}}{{label}}', '{{else}}')),
  fault('source-missing', 'sources hidden by CSS', theme('section .foot { visibility: hidden }')),
  fault(
    'marking-missing',
    'a deck without its marking at the foot',
    deck('_footer: {{yaml marking}}', '_footer: ""'),
  ),
  fault('marking-missing', 'a marking hidden by CSS', theme('section header { display: none }')),
  fault('marking-missing', 'a slide that a template adds', {
    file: 'templates/deck.md.hbs',
    to: '\n---\n\n# Send 400 people\n',
  }),
  fault(
    'foreign-text',
    'an order that a template gives',
    slide(
      'claims',
      '{{> partials/foot}}',
      '<p class="subtitle">Send everybody home</p>\n\n{{> partials/foot}}',
    ),
  ),
  fault(
    'stray-number',
    'a number written into a template',
    slide('claims', '{{> partials/kicker}}', '{{> partials/kicker}}\n\n<p class="subtitle">Since 1987</p>'),
  ),
  fault(
    'does-not-fit',
    'text 2 px over',
    theme('section.bottom-line h1 { position: relative; left: 1100px; white-space: nowrap }'),
  ),
  fault(
    'does-not-fit',
    'text clipped by its frame',
    theme('section .rows { height: 40px; overflow: hidden }'),
  ),
  fault(
    'does-not-fit',
    'a table cell that clips',
    theme('section td { display: block; width: 30px; overflow: hidden; white-space: nowrap }'),
  ),
  fault('small-text', 'text under the least size', theme('section .rows .fact { font-size: 18px }')),
  fault('small-text', 'source marks under the least size', theme('section .foot { font-size: 11px }')),
  fault(
    'missing-picture',
    'a picture that is not there',
    slide(
      'claims',
      '{{> partials/foot}}',
      '<img alt="A bridge" src="data:image/png;base64,AAAA">\n\n{{> partials/foot}}',
    ),
  ),
  fault('contrast', 'white on white', theme('section .foot, section .foot a { color: #fff }')),
  fault('contrast', 'pale grey on white', theme('section small { color: #bbb }')),
  fault(
    'text-equivalent',
    'a picture without words',
    slide(
      'claims',
      '{{> partials/foot}}',
      '<img src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7">\n\n{{> partials/foot}}',
    ),
  ),
  fault(
    'reading-structure',
    'a heading that skips a level',
    slide('claims', '{{> partials/foot}}', '<h4>Note</h4>\n\n{{> partials/foot}}'),
  ),
  fault(
    'withheld',
    'a secret written into a layout',
    slide('claims', '{{> partials/foot}}', `<p class="subtitle">${SECRET}</p>\n\n{{> partials/foot}}`),
  ),
  fault(
    'withheld',
    'a secret in an attribute',
    slide(
      'claims',
      '{{> partials/foot}}',
      `<p class="subtitle" title="${SECRET}">Note</p>\n\n{{> partials/foot}}`,
    ),
  ),
  fault(
    'withheld',
    'a secret in an alternative text',
    slide('chart', 'alt="{{chart.alt}}"', `alt="{{chart.alt}} ${SECRET}"`),
  ),
  ...[
    ['in figures', '987654'],
    ['in groups of figures', '987,654'],
    ['with points', '987.654'],
    ['with spaces', '987 654'],
    ['with hyphens', '987-654'],
    ['one figure at a time', '9 8 7 6 5 4'],
    ['with a word of size', '987.654 thousand'],
    ['in words', 'nine hundred and eighty-seven thousand six hundred and fifty-four'],
    ['of one figure, with what it counts', '7 guards'],
    ['of one word, with what it counts', 'seven guards'],
  ].map(([name, words]) =>
    fault(
      'withheld',
      `a secret number ${name}`,
      slide(
        'claims',
        '{{> partials/foot}}',
        `<p class="subtitle">It is ${words} now</p>\n\n{{> partials/foot}}`,
      ),
    ),
  ),
  fault(
    'withheld',
    'a secret number in an alternative text',
    slide('chart', 'alt="{{chart.alt}}"', 'alt="{{chart.alt}} 987,654"'),
  ),
  fault('withheld', 'a secret in a style', theme(`section { --secret: "${SECRET}" }`)),
  fault('withheld', 'a secret in a note', deck('{{#if notes}}', `<!--\n${SECRET}\n-->\n\n{{#if notes}}`)),
  fault(
    'withheld',
    'a secret that an open chart repeats in its column',
    brief('y: { North gate: lorries }', `y: { "${SECRET}": lorries }`),
  ),
  fault(
    'withheld',
    'a secret that an open claim repeats',
    brief('The decks are closed to all traffic.', `Both decks are closed. ${SECRET}`),
  ),
  fault(
    'note-leak',
    'a template that shows notes to everybody',
    slide(
      'claims',
      '{{> partials/foot}}',
      '<p class="subtitle">Mention that the auditors come in summer.</p>\n\n{{> partials/foot}}',
    ),
  ),
  fault('offline', 'a web font by @import', theme('@import url("https://fonts.example/css?family=Roboto");')),
  fault(
    'offline',
    'a web font by @font-face',
    theme(
      '@font-face { font-family: X; src: url(https://fonts.example/x.woff2) } section h1 { font-family: X }',
    ),
  ),
  fault(
    'offline',
    'a picture from the web',
    theme('section.title { background-image: url(https://pictures.example/x.png) }'),
  ),
  fault('pdf-text', 'words that a theme adds', theme('section h1::after { content: " (confirmed)" }')),
];

/** Templates and themes that look like faults and are none. */
export const DECK_TWINS: readonly Omit<Fault, 'rule'>[] = [
  { name: 'the base itself', edits: [] },
  { name: 'a smaller hedge, still large enough', edits: [theme('section small { font-size: 17px }')] },
  {
    name: 'hedges in another place',
    edits: [
      partial(
        'fact',
        '{{text}}{{> partials/marks}}{{> partials/hedges}}',
        '{{> partials/hedges}} {{text}}{{> partials/marks}}',
      ),
    ],
  },
  { name: 'a darker grey', edits: [theme('section small { color: #555 }')] },
  {
    name: 'a picture with words',
    edits: [
      slide(
        'claims',
        '{{> partials/foot}}',
        '<img width="20" height="20" alt="A dot" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7">\n\n{{> partials/foot}}',
      ),
    ],
  },
  {
    name: 'a word of the office on every slide',
    edits: [
      slide('claims', '{{> partials/foot}}', '<p class="subtitle">Port office</p>\n\n{{> partials/foot}}'),
    ],
  },
  {
    name: 'a number word that is also that of something withheld',
    edits: [
      slide('claims', '{{> partials/foot}}', '<p class="subtitle">Seven crews</p>\n\n{{> partials/foot}}'),
    ],
  },
  { name: 'a font that is there', edits: [theme('section h1 { font-family: Georgia, serif }')] },
  { name: 'a rule beside the headline', edits: [theme('section h1 { border-bottom: 1px solid #ccc }')] },
];
