/** Who says what a sentence states, and how sure it is. */
import type { Status } from '../../load/vocabulary.js';
import type { Article, Sentence } from '../analyse/article.js';
import { fullName, type KnownPerson } from './names.js';
import { hedgeIn, REPORTING, statusBy } from './reporting.js';
import { readSubject } from './subject.js';

/** Status and attribution of a statement, and the words of the sentence that say them and can be left out. */
export interface Attribution {
  readonly status: Status;
  /** Absent where the article says it itself. */
  readonly attribution: string | undefined;
  /** Characters at the start and the end of the sentence that only say whose the statement is. */
  readonly lead: number;
  readonly tail: number;
}

const ACCORDING_FIRST = /^According to (?<who>[^,]{2,90}), /u;
const ACCORDING_LAST = /,? according to (?<who>[^,;:]{2,90}?)(?<end>[.!?]?)$/u;
const SAYS_THAT = new RegExp(
  `^(?:(?:However|Meanwhile|Still|But|And|Also|In addition),? )?(?<who>[^,.;:"“”]{2,70}(?:, [^,.;:"“”]{2,60},)?) (?:(?:has|have|had|also|then) )*(?<verb>${REPORTING}) that (?=\\S)`,
  'u',
);
const SAID_LAST = new RegExp(`, (?<who>[^,.;:"“”]{2,70}) (?<verb>${REPORTING})(?<end>\\.)$`, 'u');

/** Ways to say whose a statement is, before it and after it. */
const FIRST = [ACCORDING_FIRST, SAYS_THAT].map((pattern) => ({ pattern, isFirst: true }));
const LAST = [ACCORDING_LAST, SAID_LAST].map((pattern) => ({ pattern, isFirst: false }));

/** Words of a subject that name nobody: who is meant stands in another sentence. */
const POINTS_BACK = /^(?:he|she|they|it|we|I|you|who|this|these|those|that|some|many|there|one)$/iu;

/** Reads who says a statement. */
export function attributionOf({ text, quotations }: Sentence, people: readonly KnownPerson[]): Attribution {
  const own = hedgeIn(text);
  // What stands before a quotation says whose that is, and not whose the statement.
  for (const { pattern, isFirst } of quotations.length === 0 ? [...FIRST, ...LAST] : LAST) {
    const match = pattern.exec(text);
    const who = nameOf(match?.groups?.who, people);
    if (!match || who === undefined) continue;
    const { verb, end = '' } = match.groups ?? {};
    return {
      status: own ?? (verb === undefined ? 'reported' : statusBy(verb)),
      attribution: who,
      lead: isFirst ? match[0].length : 0,
      tail: isFirst ? 0 : match[0].length - end.length,
    };
  }
  return { status: own ?? 'reported', attribution: undefined, lead: 0, tail: 0 };
}

function nameOf(words: string | undefined, people: readonly KnownPerson[]): string | undefined {
  if (words === undefined || POINTS_BACK.test(words.trim())) return undefined;
  const subject = readSubject(words);
  if (!subject || POINTS_BACK.test(subject.name.split(' ')[0] ?? '')) return undefined;
  if (!subject.isPerson && !SPEAKS.test(subject.name)) return undefined;
  const known =
    subject.isPerson || subject.name.split(' ').length === 1 ? fullName(subject.name, people) : undefined;
  const name = known?.name ?? subject.name;
  const role = subject.role ?? known?.role;
  return role === undefined || role.length > 60 ? name : `${name}, ${role}`;
}

/** Who can say something: people by what they are, bodies by a capital within the name, and what people publish. */
const SPEAKS =
  /^(?:the )?(?:\p{Lu}|.*\b(?:\p{L}*(?:ists|ers|ors|ians|ants|ents|makers)|officials?|police|experts?|authorit(?:y|ies)|government|ministry|agency|company|people|study|survey|report|analysts?|parents?|residents?|court|council|union|campaigners|staff|team|members?)\b)/u;

/** What a statement is attributed to where the article says it itself: its publisher, else the article. */
export function voiceOf({ source }: Article): string {
  return source.publisher ?? 'the article';
}
