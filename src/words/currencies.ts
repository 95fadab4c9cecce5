/** Money beside a number: `€ 40`, `40 euros`, `US$40`. */

const SIGN_BEFORE = /(?:\p{Lu}{0,2}[€$£¥₹₩]|(?<!\p{L})(?:EUR|USD|GBP|JPY|CHF|CNY|KRW)) ?$/u;
const AFTER =
  /^ ?(?:[€£¥₹₩]|(?:euros?|dollars?|pounds sterling|yen|won|yuan|francs?|roubles?|rubles?|rupees?|EUR|USD|GBP|JPY|CHF|CNY|KRW)(?!\p{L}))/u;

/** The currency that is written right before or after a number. */
export function currencyBeside(before: string, after: string): string | undefined {
  return (SIGN_BEFORE.exec(before) ?? AFTER.exec(after))?.[0].trim();
}
