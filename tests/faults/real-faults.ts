/** Faults and clean twins of real briefs: what stands in the file, and what stands there instead. */
import type { RuleId } from '../../src/rules/registry.js';

/** By folder: the rule that must find it, what was there, and what is there now. */
export const REAL_FAULTS: Readonly<Record<string, readonly (readonly [RuleId, string, string])[]>> = {
  'tests/articles/crane': [
    ['evidence-number', 'value: 107', 'value: 170'],
    ['evidence-number', 'value: 238', 'value: 2380'],
    ['evidence-number', 'value: 10\n', 'value: 12\n'],
    ['evidence-precision', 'precision: at-least', 'precision: at-most'],
    ['evidence-precision', 'precision: at-least', 'precision: nearly'],
    ['evidence-unit', 'unit: days', 'unit: weeks'],
    ['evidence-date', 'date: 2015-09-11', 'date: 2015-09-10'],
    ['evidence-date', 'date: 2015-09-11', 'date: 2014-09-11'],
    [
      'future-confirmed',
      'date: 2015-09\n    text: The Hajj begins.\n    status: reported\n    attribution: Wikinews',
      'date: 2015-10\n    text: The Hajj begins.\n    status: confirmed',
    ],
    ['quote-verbatim', 'text: There are no casualties left', 'text: There are casualties left'],
    [
      'quote-verbatim',
      'an hour later it would have been much worse\n    speaker',
      'an hour later it would be much worse\n    speaker',
    ],
    ['drift', 'text: Strong winds and heavy rain brought', 'text: Only strong winds and heavy rain brought'],
    ['drift', 'text: The mosque was relatively', 'text: Every mosque was relatively'],
    [
      'drift',
      'wounded have been taken to hospital, and nobody is left at the scene',
      'wounded have been taken to a hospital in Jeddah',
    ],
    ['typed-number', '"{deaths} people were killed', '"107 people were killed'],
    ['unheld-number', 'text: Millions of pilgrims', 'text: Some 3 million pilgrims'],
    ['leans-on', 'text: The Hajj begins {days_left} after', 'text: This begins {days_left} after'],
    [
      'surer-than-source',
      'status: claimed\n    attribution: General Suleiman al-Amr, director of the Civil Defense Authority',
      'status: confirmed',
    ],
  ],
  'tests/articles/hackers': [
    ['evidence-number', 'value: 18', 'value: 81'],
    ['evidence-number', 'value: 33.3', 'value: 3.3'],
    ['evidence-precision', 'precision: nearly', 'precision: over'],
    ['evidence-unit', 'unit: years', 'unit: months'],
    ['evidence-date', 'date: 2008-01-16', 'date: 2008-01-15'],
    ['evidence-date', 'date: 2008-01-18', 'date: 2009-01-18'],
    [
      'quote-verbatim',
      'Internet: 1, Scientology: 0. But it\'s a long game."\n    speaker',
      'Internet: 0, Scientology: 1. But it\'s a long game."\n    speaker',
    ],
    ['drift', 'on Wednesday, on a spinoff of 4chan', 'on Wednesday, on a spinoff of Gawker'],
    ['drift', 'but Gawker.com will keep the video', 'but Gawker.com keeps the video'],
    ['drift', 'text: Critics of Scientology criticised', 'text: All critics of Scientology criticised'],
    ['unheld-number', 'posted in a newsgroup in 1994', 'posted in a newsgroup in 1984'],
    ['unheld-number', 'at 15:11 GMT', 'at 15:31 GMT'],
    [
      'no-source-number',
      'text: The attack is launched., status: reported, attribution: Wikinews, sources: [{ id: article, evidence: The attack was launched on Wednesday }]',
      'text: The attack is launched., status: reported, attribution: Wikinews',
    ],
  ],
  'tests/articles/taxes': [
    ['evidence-number', 'value: 422000', 'value: 42200'],
    ['evidence-precision', 'precision: over', 'precision: exact'],
    ['evidence-unit', 'unit: EUR', 'unit: USD'],
    ['evidence-number', 'owe {arrears} for', 'owe {signatures} for'],
    ['evidence-date', 'date: 2010', 'date: 2011'],
    ['evidence-date', 'date: 2015-07-08', 'date: 2015-07-09'],
    ['speaker', 'speaker: Stefania Giannini', 'speaker: Nunzio Galantino'],
    ['quote-verbatim', 'do it with less ideology.\n', 'do it with more ideology.\n'],
    ['drift', 'The Catholic Church resists', 'The Catholic Church refuses'],
    ['drift', 'text: The Italian bishops call', 'text: The most senior Italian bishops call'],
    ['unheld-number', 'for 2004 to 2009', 'for 2003 to 2009'],
    ['drift', 'In Lombardy, the M5S wants', 'In Tuscany, the M5S wants'],
    [
      'second-scale',
      'text: Many schools will raise their fees',
      'text: It is probable that many schools will raise their fees',
    ],
    [
      'drift',
      'text: The new law does not reach back, so arrears of earlier years stay under the old system.',
      'text: The new law is retroactive.',
    ],
  ],
  'tests/articles/warming': [
    ['evidence-number', 'value: 10, unit', 'value: 1, unit'],
    ['evidence-number', 'value: 46', 'value: 64'],
    ['evidence-unit', 'value: 50, unit: "%"', 'value: 50, unit: years'],
    [
      'evidence-precision',
      'value: 25, unit: "%", status',
      'value: 25, unit: "%", precision: at-least, status',
    ],
    ['evidence-date', 'date: 2014-07-27, text', 'date: 2014-07-26, text'],
    [
      'drift',
      'text: More carbon dioxide may raise the yields of some crops, the EPA says.',
      'text: Some crops have higher yields with more carbon dioxide.',
    ],
    [
      'drift',
      'status: estimated\n    attribution: the study\n    sources: [{ id: study, evidence: "by 2050, increasing',
      'status: reported\n    attribution: the study\n    sources: [{ id: study, evidence: "by 2050, increasing',
    ],
    ['drift', 'Soybean, cotton and peanut lose more', 'Soybean, cotton and peanut always lose more'],
    ['drift', 'Undernourishment rises by', 'Undernourishment falls by'],
    ['evidence-number', 'near the ground fell by {us_ozone}', 'near the ground fell by {soybean}'],
    ['unheld-number', 'from 1980 to 2012, although', 'from 1970 to 2012, although'],
    [
      'quote-verbatim',
      'An air-quality cleanup would improve crop yields\n    speaker',
      'An air-quality cleanup will improve crop yields\n    speaker',
    ],
    ['typed-number', '"{soybean} of the damage', '"46% of the damage'],
  ],
  'data/kursk-tribute': [
    ['evidence-number', 'value: 15000', 'value: 51000'],
    ['evidence-number', 'value: 600', 'value: 60'],
    ['evidence-precision', 'precision: nearly', 'precision: over'],
    ['drift', 'Pyongyang denied any military part', 'Pyongyang admitted a military part'],
    [
      'surer-than-source',
      'status: estimated\n    attribution: South Korean lawmakers\n    caveat: Not verified by independent observers.\n    sources:\n      - { id: lawmakers, evidence: "have been deployed',
      'status: confirmed\n    sources:\n      - { id: lawmakers, evidence: "have been deployed',
    ],
    [
      'quote-verbatim',
      'text: The decisive moment has finally come',
      'text: The decisive moment will finally come',
    ],
  ],
  'data/air-quality': [
    ['stale-source', 'sha256: 63fdd53bc6', 'sha256: 63fdd53bc7'],
    ['evidence-missing', '17,2021,Nitrogen Dioxide,-55.06', '17,2021,Nitrogen Dioxide,-55.60'],
  ],
  'data/river-flood': [['untranslated', 'de: Pegel an der Brücke von Velm, täglich mittags', '"fi": Silta']],
  'data/harbour-bridge': [
    ['evidence-date', 'date: 2026-03-12', 'date: 2026-03-13'],
    ['quote-verbatim', 'text: We will not open it a day early.', 'text: We will open it a day early.'],
  ],
};

/** Changes that a careful writer may make. */
export const REAL_TWINS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'tests/articles/crane': [
    [
      'text: Strong winds and heavy rain brought the crane down.',
      'text: Heavy rain and strong winds made the crane fall.',
    ],
    ['text: The mosque was relatively uncrowded when', 'text: Relatively few people were in the mosque when'],
    [
      'text: Millions of pilgrims come to Mecca for the Hajj each year.',
      'text: Each year, millions of pilgrims arrive for the Hajj.',
    ],
    [
      'wounded have been taken to hospital, and nobody is left at the scene',
      'wounded are all in hospital; no casualties are left there',
    ],
    ['precision: at-least', 'precision: at-least\n    caveat: The number may rise.'],
    ['text: A crane falls into the Grand Mosque.', 'text: A crane falls in the Grand Mosque of Mecca.'],
    ['"killing 107 or more and wounding 238, according', '"killing 107 or more  and wounding 238, according'],
    ['unit: days', 'unit: d'],
    ['text: There are no casualties left at the location.\n', 'text: There are no casualties left …\n'],
    [
      'status: claimed\n    attribution: Khaled Al-Maeena, Saudi Gazette',
      'status: unverified\n    attribution: Khaled Al-Maeena, Saudi Gazette',
    ],
  ],
  'tests/articles/hackers': [
    [
      'text: Critics of Scientology criticised the attack as well.',
      'text: The attacks were criticised by critics of Scientology too.',
    ],
    [
      'text: YouTube complies with the Church’s requests, but',
      'text: YouTube takes the video down, as the Church requests; but',
    ],
    [
      'text: The attack has made the Church’s website shut down.',
      'text: The website of the Church was shut down by the attack.',
    ],
    ['date: 2008-01-16', 'date: 2008-01'],
    ['date: 2008-01-18', 'date: 2008-01-18-night'],
    ['unit: years', 'unit: yrs'],
    ['grade: C3 }\n  wiki', 'grade: C4 }\n  wiki'],
    ['speaker: a poster', 'speaker: one poster'],
    ['a long game."\n    speaker', 'a long game"\n    speaker'],
    ['value: 33.3', 'value: 33'],
  ],
  'tests/articles/taxes': [
    [
      'text: The Catholic Church resists the requests.',
      'text: There is resistance from the Catholic Church.',
    ],
    ['text: Two schools in Livorno owe', 'text: The schools Santo Spirito and Immacolata owe'],
    ['text: Livorno asks for the arrears.', 'text: The Municipality of Livorno makes its request.'],
    ['date: 2010,', 'date: mid-2010,'],
    ['date: 2015-07-08', 'date: 2015-07'],
    ['evidence: "to pay over 422,000 euros in arrears"', 'evidence: "over 422,000 euros"'],
    ['speaker: Mr. Toccafondi', 'speaker: Toccafondi'],
    [
      'text: Roberto Maroni has proposed regional measures',
      'text: Roberto Maroni reacts and proposes regional measures',
    ],
    ['text: more general reflection', 'text: general reflection'],
    ['text: Secularist associations fear', 'text: Secularist associations in Italy are concerned'],
  ],
  'tests/articles/warming': [
    [
      'text: The model leaves out the rise of carbon dioxide',
      'text: The model does not include rising carbon dioxide',
    ],
    ['unit: "%", precision: over', 'unit: percent, precision: over'],
    ['text: Ozone near the ground fell by', 'text: Ground-level ozone declined by'],
    ['Soybean, cotton and peanut lose more', 'Dicots such as soybean, cotton and peanut lose more yield'],
    [
      'text: The Clean Air Act is part of the reason for less ozone in the US.',
      'text: Ozone in the US has dropped, partly thanks to the Clean Air Act.',
    ],
    [
      'text: More carbon dioxide may raise the yields of some crops, the EPA says.',
      'text: Some crops may yield more with higher levels of carbon dioxide.',
    ],
    ['date: 2014-07-27, text', 'date: 2014-07, text'],
    [
      'text: An air-quality cleanup would improve crop yields\n',
      'text: An air-quality cleanup would … crop yields\n',
    ],
  ],
  'data/kursk-tribute': [
    ['precision: nearly', 'precision: nearly\n    caveat: The word is not defined.'],
    [
      'text: For months, Pyongyang denied any military part in the war.',
      'text: Pyongyang denied any military involvement for months.',
    ],
    ['text: The decisive moment has finally come', 'text: The decisive moment … come'],
  ],
  'data/air-quality': [['importance: 5', 'importance: 4']],
  'data/river-flood': [['importance: 5', 'importance: 4']],
  'data/harbour-bridge': [['text: We will not open it a day early.', 'text: We will not open it …']],
};
