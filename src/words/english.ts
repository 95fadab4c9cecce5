/** English words that a paraphrase may add to its source or lose, and words made comparable. */

const wordSet = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Words of grammar, words that stand for anything, and words for a source: texts that share only these share nothing. */
const EMPTY_WORDS = wordSet(`
  a about above across after against along also although among an and another any are around as at away back be became
  because become becomes been before began begin begins behind being below beside between beyond both but by came can cannot
  come comes could did do does doing done down during each either else enough even ever every few for from further gave get
  gets give given gives go goes gone got had has have having he her here hers him his how however i if in inside instead into
  is it its itself just kept keep keeps less let like made make makes many may me might more most much must my near neither
  no nor not now of off often on once one ones only onto or other others our out over own per put puts quite rather run runs
  same shall she should since so some somebody still stood stand stands such take taken takes than that the their theirs
  them then there these they thing things this those though through thus to together too took toward towards two under until
  up upon us use used uses using very was way we went were what when where whether which while who whom whose why will with
  within without would yes yet you your
  article articles page report reports story table text say says said
`);

/** An ending that leaves three letters or more; that of `apply` and `reply` is no `ly`. */
const ENDING =
  /(?<=...)(?:ational|ations?|itions?|ions?|ments?|ness|[ae]nces?|ities|ity|ives?|izes?|ures?|ings?|iers?|ers?|ors?|ied|ies|ily|edly|ed|es|(?<!pp|rep|imp|omp|tip)ly|ist|als?|s|e|y|i)$/u;

/** A word without its endings, in one spelling: `deployment` and `deployed`, `labour` and `labor` are alike. */
export function stemOf(word: string): string {
  const plain = word.toLowerCase().replace(/['’]s?$/u, '');
  let stem = plain.replace(/our(?=(?:s|ed|ing)?$)/u, 'or');
  for (let shorter = stem.replace(ENDING, ''); shorter !== stem; shorter = stem.replace(ENDING, ''))
    stem = shorter;
  return stem.replace(/(.)\1$/u, '$1');
}

/** The words of a text that say something, without their endings. */
export function contentOf(text: string): string[] {
  return (text.match(/\p{L}[\p{L}’']*/gu) ?? [])
    .filter((word) => word.length > 2 && !EMPTY_WORDS.has(word.toLowerCase()))
    .map(stemOf);
}

/** Whole words, in small letters or not. */
const anyOf = (words: string, flags = 'iu'): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, flags);

const NOT_SUPERLATIVE =
  'west|north-?west|south-?west|rest|test|latest|forest|interest|request|protest|suggest|harvest|arrest|honest|guest|invest|modest|priest|quest|digest|contest|manifest|conquest';

/** Words of one kind, and words of evidence that say as much. */
export interface StrongWords {
  said: RegExp;
  shown: RegExp;
}

const strong = (words: string, alsoShown?: string): StrongWords => ({
  said: anyOf(words),
  shown: anyOf(alsoShown === undefined ? words : `${words}|${alsoShown}`),
});

/** What makes a statement absolute, or names an act of speech: where a text has one, its evidence has one of its kind. */
export const STRONG_WORDS: readonly StrongWords[] = [
  strong('only|sole|solely|alone|merely|exclusively|nothing but'),
  strong(
    '(?<!at |after |above )all(?! the same)|every|each|every(?:one|body|thing|where)|always|entire(?:ly)?|whole|wholly',
  ),
  strong('first(?! of all)|never before|unprecedented'),
  strong(`most|least|best|worst|(?!(?:${NOT_SUPERLATIVE})(?!\\p{L}))\\p{L}{3,}est`, 'supreme'),
  strong('(?:admit|acknowledg|confess|conced)\\p{L}*|admission'),
  strong('(?:un)?(?:confirm|verif)\\p{L}*'),
  strong('prove[nsd]?|proving|proof|demonstrat\\p{L}*'),
  strong('den(?:y|ies|ied|ial)|reject\\p{L}*|refus\\p{L}*'),
  strong('(?:promis|pledg|vow)\\p{L}*'),
  strong('(?:accus|blam)\\p{L}*'),
  strong('(?:warn|threat)\\p{L}*'),
];

/** That something is not so. */
export const NEGATION = anyOf(
  "no|not|none|nobody|nothing|nowhere|never(?! before)|neither|nor|without|cannot|\\p{L}+n[’']t",
);

/** Words that deny without a word of negation. */
const DENIAL = anyOf(
  'un(?!der|i|til)\\p{L}{4,}|den(?:y|ies|ied|ial)|(?:refus|reject|fail|lack|absen|exclud|omit|ignor)\\p{L}*|(?:leav(?:e|es|ing)|left) out|impossible|harder',
);

export function denies(text: string): boolean {
  return NEGATION.test(text) || DENIAL.test(text);
}

/** What leaves open whether something is so. `May` is a month. */
export const HEDGE = anyOf(
  'may|[Mm]ight|[Cc]ould|[Aa]ppear(?:s|ed)? (?:not )?to|[Ii]t (?:now )?appear(?:s|ed)|(?:[Rr]eported|[Aa]lleged|[Aa]pparent)ly|(?:[Ss]eem|[Ss]uspect|[Ss]uggest|[Ee]stimat)\\p{L}*|[Pp]erhaps|(?:[Pp]ossib|[Pp]robab)(?:le|ly)|[Ll]ikely|[Bb]elieved|[Ss]aid to|[Ee]xpected',
  'u',
);

/** What says that something is possible and no more, whoever says it. */
export const POSSIBILITY = anyOf('may|[Mm]ight|[Cc]ould|[Aa]ppears? to|[Rr]eportedly|[Aa]llegedly', 'u');

/** What is not done yet, or no more than tried. */
export const INTENT = anyOf(
  '(?:offer|promise|plan|propose|intend|attempt|seek|aim|threaten|pledge|vow)(?:s|d|ed|ing)?|tr(?:y|ies|ied|ying)',
);

/** That something comes no sooner leaves open whether it comes. */
export const AT_FIRST = anyOf('earliest');

/** What is to come. */
export const FORECAST = anyOf('will|would');

/** That something becomes more, and that it becomes less. */
export const MORE = anyOf(
  'r[io]ses?|risen|rais(?:e[sd]?|ing)|rising|increas\\p{L}*|gr[eo]ws?|grown|growing|growth|higher|more(?! than)',
);
export const LESS = anyOf(
  'f[ae]lls?|fallen|falling|decreas\\p{L}*|declin\\p{L}*|drop(?:s|ped|ping)?|shr[aiu]nk\\p{L}*|reduc\\p{L}*|lower\\p{L}*|less(?! than)|fewer(?! than)|loss(?:es)?|lose[sd]?|cuts?',
);

const SILENCE = anyOf(
  '(?:do|does|did|is|are|was|were|has|have) not (?:yet )?(?:been )?(?:say|said|state|name|give|describe|define|explain|mention|known|establish)\\p{L}*|(?:say|name|give|state|mention)s? (?:no|none|neither|nothing)',
);

/** A text without `not only`, `not less than` and their like, which deny nothing. */
export function affirmed(text: string): string {
  return text.replace(
    anyOf('not (?:only|merely|just)|(?:not|no) (?:less|fewer|more|later|earlier) than', 'giu'),
    ' ',
  );
}

/** A text without the clauses that tell what its source does not say, which no evidence shows; and without `not only`. */
export function withoutSilence(text: string): string {
  return affirmed(text)
    .split(/(?<=[.;:!?]) |, (?=but )/u)
    .filter((clause) => !SILENCE.test(clause))
    .join(' ');
}
