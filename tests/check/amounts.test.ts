import { describe, expect, it } from 'vitest';
import { fold, holds } from '../../src/core/fold.js';
import { amountsIn, isAmount } from '../../src/words/amounts.js';

describe('amountsIn', () => {
  const cases: [text: string, value: number, precision: string | undefined][] = [
    ['nearly 4,700', 4700, 'nearly'],
    ['4.7 thousand', 4700, undefined],
    ['some fifteen thousand', 15_000, 'about'],
    ['an estimated 15,000 soldiers', 15_000, undefined],
    ['23,3 %', 23.3, undefined],
    ['1 020 people', 1020, undefined],
    ['1.020 people', 1020, undefined],
    ['about 1.2 million euros every day', 1_200_000, 'about'],
    ['more than €31 million', 31_000_000, 'over'],
    ['at least twenty-three', 23, 'at-least'],
    ['two hundred and five', 205, undefined],
    ['about a third of the usual load', 100 / 3, 'about'],
    ['three quarters', 75, undefined],
    ['a crest of 7.4 m', 7.4, undefined],
    ['440 miles above', 440, undefined],
    ['약 1만 5천 명이 떠났다', 15_000, 'about'],
    ['15억 5천만 원', 1_550_000_000, undefined],
    ['123만 4567명', 1_234_567, undefined],
    ['최소 3천 명', 3000, 'at-least'],
    ['거의 4,700명', 4700, 'nearly'],
    ['近4700人', 4700, 'nearly'],
    ['约1.5万人', 15_000, 'about'],
    ['超过3100万欧元', 31_000_000, 'over'],
    ['близько 15 тисяч людей', 15_000, 'about'],
    ['понад 1,2 млн євро', 1_200_000, 'over'],
    ['щонайменше 5 мільйонів', 5_000_000, 'at-least'],
    ['نحو 15 ألف شخص', 15_000, 'about'],
    ['أكثر من 1.2 مليون', 1_200_000, 'over'],
    ['ما يقارب ٤٬٧٠٠ جندي', 4700, 'nearly'],
    ['rund 1,2 Millionen Euro', 1_200_000, 'about'],
    ['mindestens 15 Tausend', 15_000, 'at-least'],
    ['près de 4 700 personnes', 4700, 'nearly'],
    ['environ 1,5 milliard', 1_500_000_000, 'about'],
    ['más de 2 mil millones', 2_000_000_000, 'over'],
    ['casi 15 mil personas', 15_000, 'nearly'],
    ['7,2011,Nitrogen Dioxide,-46.47,39.49', 39.49, undefined],
  ];
  it.each(cases)('reads %s', (text, value, precision) => {
    const found = amountsIn(text).find((amount) =>
      amount.values.some((other) => Math.abs(other - value) < 1e-9),
    );
    expect(found).toBeDefined();
    expect(found?.precisions[0]).toBe(precision);
  });

  const forms: [text: string, ...values: number[]][] = [
    ['between 17.2 and 18.1 million tonnes', 17.2e6, 18.1e6],
    ['from €17 to €18bn', 17e9, 18e9],
    ['17 bis 18 Millionen', 17e6, 18e6],
    ['1.5万至2万人', 15_000, 20_000],
    ['from 3 to 5 per cent', 3, 5],
    ['a 20-30 % fall', 20, 30],
    ['one in five homes', 20],
    ['1 in 5', 20],
    ['trois sur dix', 30],
    ['the 2.5m-strong crowd', 2.5e6],
    ['$4.6 million a week', 4.6e6],
    ['US$4.6bn', 4.6e9],
    ['£1bn', 1e9],
    ['Rs 2 lakh', 2e5],
    ['2,00,000 homes', 2e5],
    ['3.5 crore', 3.5e7],
    ['Rs 2 lakh crore', 2e12],
    ['doubled', 2, 100],
    ['verdreifacht', 3, 200],
    ['halved', 50],
    ['翻了一番', 2, 100],
    ['두 배', 2, 100],
    ['seven hundred experts', 700],
    ['fifteen hundred', 1500],
    ['five days', 5],
    ['a dozen ships', 12],
    ['two dozen', 24],
    ['half of it', 50],
    ['half a million', 5e5],
    ['two and a half million', 2.5e6],
    ['two thirds', 200 / 3],
    ['zwei Drittel', 200 / 3],
    ['zwölftausend Mann', 12_000],
    ['einundzwanzigtausenddreihundert', 21_300],
    ['eine halbe Million', 5e5],
    ['siebenhundert Experten', 700],
    ['douze mille soldats', 12_000],
    ['une dizaine', 10],
    ['quatre-vingt-dix-sept', 97],
    ['deux millions et demi', 2.5e6],
    ['trois quarts', 75],
    ['veintiún mil', 21_000],
    ['dos mil millones', 2e9],
    ['medio millón', 5e5],
    ['doscientas personas', 200],
    ['tres cuartas partes', 75],
    ['половина', 50],
    ['дві третини', 200 / 3],
    ['п’ять мільйонів', 5e6],
    ['сімсот експертів', 700],
    ['двадцяти трьох', 23],
    ['نصف السكان', 50],
    ['ثلثا السكان', 200 / 3],
    ['ثلاثة أرباع', 75],
    ['خمسة عشر ألف جندي', 15_000],
    ['칠백 명', 700],
    ['다섯 명', 5],
    ['스물세 명', 23],
    ['만 오천 명', 15_000],
    ['삼분의 이', 200 / 3],
    ['절반', 50],
    ['三分之一', 100 / 3],
    ['百分之二十', 20],
    ['两万五千人', 25_000],
    ['五个人', 5],
  ];
  it.each(forms)('reads %s', (text, ...values) => {
    const read = amountsIn(text).flatMap((amount) => amount.values);
    for (const value of values)
      expect(read.some((other) => Math.abs(other - value) < 1e-6 * value)).toBe(true);
  });

  it.each([
    ['no fewer than 40', ['at-least']],
    ['as many as 40', ['at-most']],
    ['up to 40', ['at-most']],
    ['fewer than 40', ['at-most', 'nearly']],
    ['10,000-odd', ['about']],
    ['the 300-plus', ['over', 'at-least']],
    ['some Rs 2 lakh', ['about']],
    ['more than US$4.6bn', ['over']],
    ['nearly seven hundred', ['nearly']],
    ['3천 명 이상', ['at-least']],
    ['三百多人', ['over', 'at-least']],
  ])('hears how %s is meant', (text, precisions) => {
    expect(amountsIn(text)[0]?.precisions).toEqual(precisions);
  });

  it('takes per cent for no hundred, and a third day for no third', () => {
    expect(amountsIn('5 per cent').flatMap(({ values }) => values)).toEqual([5]);
    expect(amountsIn('the third day')).toEqual([]);
  });

  it('finds none where there is none', () => {
    expect(amountsIn('closed to all traffic')).toEqual([]);
  });
});

describe('isAmount', () => {
  const [figures] = amountsIn('55.06');
  const is = (value: number, precision: 'exact' | 'about', text: string) =>
    amountsIn(text).some((amount) => isAmount(value, precision, amount));
  it('lets what is not exact be rounded to its own last figure', () => {
    expect(figures && isAmount(55, 'about', figures)).toBe(true);
    expect(figures && isAmount(55, 'exact', figures)).toBe(false);
    expect(is(4710, 'about', '4,700')).toBe(false);
    expect(is(4700, 'about', '4,690')).toBe(true);
    expect(is(15_000, 'about', '16,000')).toBe(false);
  });
  it('leaves signs to the words', () => {
    expect(is(55.06, 'exact', '-55.06')).toBe(true);
  });
});

describe('fold and holds', () => {
  it('make the same words the same', () => {
    expect(fold('“The  decisive\u00A0moment’s” – come')).toBe("'The decisive moment's' - come");
    expect(holds(fold('nearly 4,700, including about 600 deaths'), 'about 600')).toBe(true);
    expect(holds(fold('about 6000 deaths'), 'about 600')).toBe(false);
  });
});
