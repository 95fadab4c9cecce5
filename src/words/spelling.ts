/** Numbers spelt out in words, as a text may have them instead of figures. */
import { toCardinal as ar } from 'n2words/ar-SA';
import { toCardinal as de } from 'n2words/de-DE';
import { toCardinal as enGB } from 'n2words/en-GB';
import { toCardinal as enUS } from 'n2words/en-US';
import { toCardinal as es } from 'n2words/es-ES';
import { toCardinal as fr } from 'n2words/fr-FR';
import { toCardinal as ko } from 'n2words/ko-KR';
import { toCardinal as uk } from 'n2words/uk-UA';
import { toCardinal as zh } from 'n2words/zh-Hans-CN';

type Speller = (value: number) => string;

const SPELLERS: Readonly<Record<string, readonly Speller[]>> = {
  ar: [ar],
  de: [de],
  en: [enUS, enGB],
  es: [es],
  fr: [fr],
  ko: [ko],
  // The library writes the Ukrainian і as the Latin i.
  uk: [(value) => uk(value).replaceAll('i', 'і')],
  zh: [zh],
};

/** The ways to spell a number in a language (BCP 47): `nine hundred eighty-seven`. None in a language not known. */
export function spellingsOf(value: number, language: string): string[] {
  const [primary = ''] = language.split('-');
  return (SPELLERS[primary] ?? []).map((spell) => spell(value));
}
