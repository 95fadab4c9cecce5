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
    expect(found?.precision).toBe(precision);
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
