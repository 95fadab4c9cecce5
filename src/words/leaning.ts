/** English words at the start of a text that mean nothing without a text before it. */

const anyOf = (patterns: readonly string[]): RegExp => new RegExp(patterns.join('|'), 'iu');

/** What `this` may point at without another text: the time, and what it stands in. */
const HERE =
  'year|month|week|weekend|spring|summer|autumn|winter|morning|evening|night|brief|briefing|deck|slide|chart|map|picture';

const AT_START = anyOf([
  '^(?:then|also|again|likewise|moreover|furthermore|meanwhile|thus|hence|therefore|such)(?![\\p{L}-])',
  `^(?:these|those|this(?! (?:${HERE})(?!\\p{L})))(?![\\p{L}-])`,
  '^however(?=,)',
  '^(?:and|but|or|nor|so)(?= (?!far(?!\\p{L})))',
  '^that (?:is|was|would|may|might|could)(?!\\p{L})',
  '^the (?:former|latter)(?!\\p{L})',
  '^the (?:second|third|others?|rest)(?= (?:is|are|was|were|has|have|comes?|came)(?!\\p{L}))',
  '^(?:of|for|to|with|by|in|on|from|after|before|despite) (?:these|those|this|them|it)(?!\\p{L})',
  '^in (?:return|addition|turn|contrast)(?!\\p{L})',
  // The first words may stand before it: "Reports then told", "{n} of them".
  '^(?:\\p{L}+ ){1,2}(?:then|also)(?!\\p{L})',
  '^\\{[^{}]*\\} of (?:them|these|those|whom)(?!\\p{L})',
  // "Both" has its two where "and" follows: "both Putin and Kim".
  '^both(?!\\p{L}|(?: [\\p{L}\\p{N}’-]+){1,4} and )',
]);

const ANYWHERE = anyOf([
  '(?<!\\p{L})as (?:said|mentioned|noted|shown|described) (?:above|before|earlier)',
  '(?<!\\p{L})as (?:said|mentioned)(?!\\p{L}| (?:by|in))',
  '(?<!\\p{L})(?:before|after|as) we(?!\\p{L})',
  '(?<!\\p{L})(?:I|we) (?:come|came) (?:back )?to(?!\\p{L})',
]);

/** The words by which a text leans on another; `undefined` where it stands alone. */
export function leaningIn(text: string): string | undefined {
  return (AT_START.exec(text) ?? ANYWHERE.exec(text))?.[0];
}
