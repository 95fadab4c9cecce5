/** Words beside a number that say how it is meant: `at least`, `nearly`, `or more`. */
import type { Precision } from '../load/vocabulary.js';

/** What the words beside a number say, and how many characters of the text before and after it they take. */
export interface SaidPrecision {
  /** None where nothing is said; several where the words leave it open ("300-plus"). */
  precisions: readonly Precision[];
  before: number;
  after: number;
}

/** Words before a number, longest first where one begins another. */
const PRECISION_WORDS: readonly (readonly [RegExp, Precision])[] = [
  [
    /(?:at least|no fewer than|no less than|not less than|not fewer than|a minimum of|≥|mindestens|wenigstens|au moins|al menos|por lo menos|щонайменше|не менше(?: ніж)?|최소|적어도|至少|ما لا يقل عن) ?$/iu,
    'at-least',
  ],
  [
    /(?:at most|up to|no more than|not more than|as many as|as much as|a maximum of|≤|höchstens|bis zu|au plus|jusqu'à|como máximo|щонайбільше|не більше(?: ніж)?|최대|最多|ما لا يزيد (?:على|عن)) ?$/iu,
    'at-most',
  ],
  [
    /(?:more than|over|above|in excess of|exceed(?:s|ed|ing)?|>|über|mehr als|plus de|más de|понад|більше ніж|超过|超過|أكثر من) ?$/iu,
    'over',
  ],
  [
    /(?:nearly|almost|close to|just under|fast|nahezu|beinahe|près de|presque|casi|майже|거의|近|将近|接近|ما يقارب|قرابة) ?$/iu,
    'nearly',
  ],
  [
    /(?:about|around|approximately|approx\.|roughly|some|circa|ca\.|≈|~|rund|etwa|ungefähr|environ|alrededor de|unos|unas|cerca de|близько|приблизно|약|대략|约|約|大约|نحو|حوالي) ?$/iu,
    'about',
  ],
];

/** Less than a number may be nearly it, or at most. */
const BELOW =
  /(?:fewer than|less than|under|below|<|weniger als|unter|moins de|menos de|менше(?: ніж)?|不到|不足|أقل من) ?$/iu;

/** The same after the number. */
const AFTER_WORDS: readonly (readonly [RegExp, readonly Precision[]])[] = [
  [/^(?:-odd|-ish| or so| à peu près| ungefähr|여|가량|左右| ?تقريبا)/iu, ['about']],
  [
    /^(?:-plus|\+(?!\d)| plus\b| or more| oder mehr| ou plus| o más| або більше|多|余)/iu,
    ['over', 'at-least'],
  ],
  [/^(?:(?: ?[^\s\d.,]{1,8}){0,2} ?(?:이상|以上)| ?على الأقل)/iu, ['at-least']],
  [/^(?:(?: ?[^\s\d.,]{1,8}){0,2} ?(?:초과))/iu, ['over']],
  [
    /^(?: or (?:fewer|less)| oder weniger| ou moins| o menos|(?: ?[^\s\d.,]{1,8}){0,2} ?(?:이하|以下))/iu,
    ['at-most'],
  ],
  [/^(?:(?: ?[^\s\d.,]{1,8}){0,2} ?(?:미만))/iu, ['at-most', 'nearly']],
];

/** No word of precision is longer than this with the sign after it. */
export const LONGEST_BEFORE = 40;
export const LONGEST_AFTER = 60;

/** A sign of money between the word and its number. */
const MONEY = /(?:\p{Lu}{0,2}[€$£¥₹]|\bRs\.?|\p{Lu}{3}) ?$/u;

/** What the words right before and after a number say of its precision. */
export function precisionOf(before: string, after: string): SaidPrecision {
  const plain = before.replace(MONEY, '');
  for (const [pattern, precision] of PRECISION_WORDS) {
    const match = pattern.exec(plain);
    if (match) return { precisions: [precision], before: before.length - match.index, after: 0 };
  }
  const below = BELOW.exec(plain);
  if (below) return { precisions: ['at-most', 'nearly'], before: before.length - below.index, after: 0 };
  for (const [pattern, precisions] of AFTER_WORDS) {
    const match = pattern.exec(after);
    if (match) return { precisions, before: 0, after: match[0].length };
  }
  return { precisions: [], before: 0, after: 0 };
}
