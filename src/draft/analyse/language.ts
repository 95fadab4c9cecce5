/** The language of a text: by its script, and among those in Latin script by their commonest words. */

const COMMON: Readonly<Record<string, RegExp>> = {
  en: /\b(?:the|and|of|to|is|was|that|for)\b/gi,
  de: /\b(?:der|die|und|das|nicht|ist|mit|von)\b/gi,
  fr: /\b(?:le|les|des|et|est|une|dans|pour)\b/gi,
  es: /\b(?:el|los|las|del|que|una|por|con)\b/gi,
};

const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Cyrillic}/gu, 'uk'],
  [/\p{Script=Han}/gu, 'zh'],
];

/** A language needs as many letters of its script as this share of the sample. */
const LEAST_SHARE = 0.2;
const SAMPLE = 20_000;

/** BCP 47; English where nothing tells. */
export function languageOf(text: string): string {
  const sample = text.slice(0, SAMPLE);
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0;
  const script = SCRIPTS.find(([letters]) => count(letters) > LEAST_SHARE * sample.length);
  if (script) return script[1];
  const counts = Object.entries(COMMON).map(([language, words]) => ({ language, n: count(words) }));
  return counts.reduce((best, one) => (one.n > best.n ? one : best)).language;
}
