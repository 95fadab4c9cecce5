/** Numbers in Chinese characters and in Hangul: `三百`, `两万五千`, `이천오백`, `다섯 명`, `三分之二`, `삼분의 이`. */
import type { SpeltNumber } from './spelt-numbers.js';

const DIGITS: Readonly<Record<string, number>> = Object.fromEntries([
  ...[...'零一二三四五六七八九'].map((sign, i) => [sign, i]),
  ...[...'영일이삼사오육칠팔구'].map((sign, i) => [sign, i]),
  ...[...'零壹贰叁肆伍陆柒捌玖'].map((sign, i) => [sign, i]),
  ...[...'〇两兩'].map((sign, i) => [sign, i === 0 ? 0 : 2]),
]);
const TENS: Readonly<Record<string, number>> = {
  ...{ 十: 10, 百: 100, 千: 1000, 拾: 10, 佰: 100, 仟: 1000 },
  ...{ 십: 10, 백: 100, 천: 1000 },
};
const MYRIADS: Readonly<Record<string, number>> = {
  ...{ 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8, 兆: 1e12 },
  ...{ 만: 1e4, 억: 1e8, 조: 1e12 },
};

/** Korean numbers of its own, which count things. */
const NATIVE_ONES = '하나 둘 셋 넷 다섯 여섯 일곱 여덟 아홉'.split(' ');
const NATIVE_BEFORE = '한 두 세 네 다섯 여섯 일곱 여덟 아홉'.split(' ');
const NATIVE_TENS = '열 스물 서른 마흔 쉰 예순 일흔 여든 아흔'.split(' ');

const CHINESE = /[零〇一二两兩三四五六七八九十百千万萬亿億壹贰叁肆伍陆柒捌玖拾佰仟]+/gu;
const SINO_KOREAN =
  /(?<!\p{L})[일이삼사오육칠팔구]?[십백천만억조](?: ?[일이삼사오육칠팔구십백천만억조]){0,30}(?=여|$|[^\p{L}]| ?(?:명|개|건|대|원|달러|유로|톤|미터|킬로|시간|일|년|월|채|곳|퍼센트))/gu;
const COUNTER = '(?:명|사람|개|건|대|일|달|채|곳|마리|시간|번|가지|척|배|주|살|군데|차례)';
const NATIVE = new RegExp(
  `(?<!\\p{L})(?:(스물|${NATIVE_TENS.join('|')})?(${[...NATIVE_BEFORE, ...NATIVE_ONES].join('|')})|(스무|${NATIVE_TENS.join('|')}))(?= ?${COUNTER})`,
  'gu',
);
const CHINESE_PARTS =
  /([一二两三四五六七八九十百]{1,4}|\d{1,3})分之([零〇一二两三四五六七八九十百点]{1,9}|\d{1,3}(?:\.\d{1,3})?)/gu;
const KOREAN_PARTS = /([이삼사오육칠팔구십]{1,3}|\d{1,3})분의 ?([일이삼사오육칠팔구십]{1,3}|\d{1,3})/gu;
const FIXED: readonly (readonly [RegExp, readonly number[]])[] = [
  [/一半|半数|절반/gu, [50]],
  [/翻番|翻了一番|두 배|2배/gu, [2, 100]],
  [/세 배|3배/gu, [3, 200]],
];

/** Every number in such characters, in the order of the text. */
export function eastAsianNumbersIn(text: string): SpeltNumber[] {
  if (!/[\p{Script=Han}\p{Script=Hangul}]/u.test(text)) return [];
  const found: SpeltNumber[] = [];
  const add = (match: RegExpExecArray, values: readonly number[]) => {
    if (values.every(Number.isFinite))
      found.push({ at: match.index, end: match.index + match[0].length, text: match[0], values });
  };
  for (const match of text.matchAll(CHINESE)) {
    // Figures before it make it their own: 1.5万.
    if (/[\d.]$/.test(text.slice(Math.max(0, match.index - 1), match.index))) continue;
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 1);
    const isNumber =
      /[十百千万萬亿億拾佰仟]/u.test(match[0]) ||
      (match[0] !== '一' && /[个個人名天年周小座艘辆架枚吨米公倍]/u.test(after));
    if (isNumber || match[0].length > 1) add(match, [positional(match[0])]);
    else if (match[0] === '一' && /[个個人名]/u.test(after)) add(match, [1]);
  }
  for (const match of text.matchAll(SINO_KOREAN)) add(match, [positional(match[0])]);
  for (const match of text.matchAll(NATIVE)) {
    const [, tens = '', ones = '', alone = ''] = match;
    const one = Math.max(NATIVE_BEFORE.indexOf(ones), NATIVE_ONES.indexOf(ones)) + 1;
    const ten = alone === '스무' ? 2 : NATIVE_TENS.indexOf(tens || alone) + 1;
    add(match, [ten * 10 + one]);
  }
  for (const pattern of [CHINESE_PARTS, KOREAN_PARTS])
    for (const match of text.matchAll(pattern)) {
      const [, of = '', parts = ''] = match;
      add(match, [(100 * positional(parts)) / positional(of)]);
    }
  for (const [pattern, values] of FIXED) for (const match of text.matchAll(pattern)) add(match, values);
  return found;
}

/** Digits with units of ten and of ten thousand; figures as they are; digits alone one after the other. */
function positional(signs: string): number {
  if (/^[\d.]+$/.test(signs)) return Number(signs);
  const [whole = '', decimals] = signs.split('点');
  if (decimals !== undefined) return Number(`${positional(whole)}.${digits(decimals)}`);
  if (!/[十百千万萬亿億兆拾佰仟십백천만억조]/u.test(signs)) return Number(digits(signs));
  let [total, part, digit] = [0, 0, 0];
  for (const sign of signs) {
    const [ten, myriad] = [TENS[sign], MYRIADS[sign]];
    if (myriad !== undefined) {
      const group = part + digit;
      total = total > 0 && total < myriad ? (total + group) * myriad : total + Math.max(1, group) * myriad;
      [part, digit] = [0, 0];
    } else if (ten !== undefined) {
      part += Math.max(1, digit) * ten;
      digit = 0;
    } else digit = DIGITS[sign] ?? digit;
  }
  return total + part + digit;
}

function digits(signs: string): string {
  return [...signs].map((sign) => DIGITS[sign] ?? '').join('');
}
