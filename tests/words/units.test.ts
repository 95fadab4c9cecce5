import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLocale } from '../../src/load/profiles.js';
import { loadTemplates } from '../../src/load/templates.js';
import { EXTRA_UNITS, readUnit } from '../../src/load/units.js';
import { formatAmount, formatMeasure } from '../../src/words/numbers.js';
import { splitLead, toWords } from '../../src/words/texts.js';
import { measure, wording } from './wording.js';

const templates = await loadTemplates();
const LANGUAGES = ['ar', 'de', 'en', 'es', 'fr', 'ko', 'uk', 'zh'];
const plain = (text: string) => text.replace(/[\u00A0\u202F]/g, ' ');

describe('readUnit', () => {
  it.each([
    ['EUR', 'EUR'],
    ['%', 'percent'],
    ['per cent', 'percent'],
    ['% of GDP', 'percent'],
    ['USD per barrel', 'USD'],
    ['mm', 'millimeter'],
    ['millimetres', 'millimeter'],
    ['Metres', 'meter'],
    ['m', 'meter'],
    ['MW', 'megawatt'],
    ['t', 'tonne'],
    ['metric tons', 'tonne'],
    ['km²', 'square-kilometer'],
    ['km2', 'square-kilometer'],
    ['°C', 'celsius'],
    ['degrees Celsius', 'celsius'],
    ['mph', 'mile-per-hour'],
    ['km/h', 'kilometer-per-hour'],
    ['litres per second', 'liter-per-second'],
    ['feet', 'foot'],
    ['soldiers', undefined],
    ['EUR million', undefined],
    ['T', undefined],
    ['mW', undefined],
    ['Euros', undefined],
    ['pounds', undefined],
    ['per', undefined],
    ['/', undefined],
  ])('of %s is %s', (name, expected) => {
    const unit = readUnit(name);
    expect(unit?.kind === 'currency' ? unit.code : unit?.id).toBe(expected);
  });
});

describe('a number with its unit', () => {
  it.each([
    ['en', 414, 'mm', '414 mm'],
    ['en', 7.4, 'metres', '7.4 metres'],
    ['en', 1, 'hour', '1 hour'],
    ['en', 25, 'percent', '25 per cent'],
    ['en', 1_200_000, 'tonnes', '1.2 million tonnes'],
    ['en', 60, 'USD per barrel', '$60'],
    ['de', 7.4, 'metres', '7,4 Meter'],
    ['de', 460, 'megawatts', '460 Megawatt'],
    ['fr', 1_200_000, 'tonnes', '1,2 million de tonnes'],
    ['fr', 1_000_000, 'hectares', '1 million d’hectares'],
    ['es', 2_000_000, 'tonnes', '2 millones de toneladas'],
    ['uk', 5, 'tonnes', '5 тонн'],
    ['uk', 22, 'days', '22 дні'],
    ['uk', 1_200_000, 'tonnes', '1,2 мільйона тонн'],
    ['ko', 31, 'degrees Celsius', '섭씨 31도'],
    ['ko', 1_200_000, 'tonnes', '120만톤'],
    ['ar', 5, 'metres', '5 أمتار'],
    ['ar', 2, 'metres', '2 متر'],
    ['zh', 120, 'kilometres per hour', '每小时120公里'],
    ['zh', 414, 'mm', '414毫米'],
  ])('in %s, %d %s is %s', (language, amount, unit, expected) => {
    expect(plain(formatAmount(amount, unit, readLocale(templates, language)))).toBe(expected);
  });

  it('has its digits and a unit in every language, whatever the number', () => {
    const units = [
      'mm',
      'metres',
      'percent',
      'hours',
      'km/h',
      '°C',
      ...EXTRA_UNITS.map((id) => id.replace('-', ' ')),
    ];
    const locales = LANGUAGES.map((language) => readLocale(templates, language));
    fc.assert(
      fc.property(
        fc.constantFrom(...locales),
        fc.constantFrom(...units),
        fc.integer({ min: -2e6, max: 2e6 }).map((n) => n / 10),
        (locale, unit, amount) => {
          const bare = formatAmount(amount, '', locale);
          const shown = formatAmount(amount, unit, locale);
          const [before, after] = shown.split(bare);
          expect(`${before}${after}`.trim()).not.toBe('');
          expect(`${before}${after}`).not.toMatch(/[\p{Nd}{}]/u);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('a text that has a measure', () => {
  const measures = {
    rain: measure({ value: 414, unit: 'mm' }),
    share: measure({ value: 25, unit: 'percent', precision: 'about' }),
    low: measure({ value: 3, unit: 'metres' }),
    high: measure({ value: 5, unit: 'metres' }),
    hours: measure({ value: 1020, unit: 'hours' }),
    cost: measure({ value: 5, unit: 'EUR' }),
    crest: measure({ value: 7.4, unit: 'metres' }),
  };
  it.each([
    ['en', '{rain} of rain fell', '414 mm of rain fell'],
    ['en', '{rain} mm of rain', '414 mm of rain'],
    ['en', '{rain} (mm)', '414 (mm)'],
    ['en', '{rain} in the city', '414 mm in the city'],
    ['en', '{share} of the city is gone', 'About 25 per cent of the city is gone'],
    ['en', '{share}% of it', 'About 25% of it'],
    ['en', '{share} per cent of it', 'About 25 per cent of it'],
    ['en', '{low} to {high} metres', '3 to 5 metres'],
    ['en', '{low} to {high}', '3 metres to 5 metres'],
    ['en', '{hours} working hours', '1,020 working hours'],
    ['en', 'a {hours}-hour repair', 'a 1,020-hour repair'],
    ['en', 'In days or hours: {hours}', 'In days or hours: 1,020'],
    ['en', 'It rose 3 metres, to {crest}.', 'It rose 3 metres, to 7.4 metres.'],
    ['en', '{crest} from the metre mark', '7.4 metres from the metre mark'],
    ['en', '{rain}, or 20 mm an hour', '414 mm, or 20 mm an hour'],
    ['en', 'It costs {cost} euros', 'It costs 5 euros'],
    ['en', 'It costs {cost}', 'It costs €5'],
    ['de', '{crest} Metern hoch', '7,4 Metern hoch'],
    ['de', '{crest} hoch', '7,4 Meter hoch'],
    ['uk', '{crest} метрах', '7,4 метрах'],
    ['uk', '{crest} — рекорд', '7,4 метра — рекорд'],
    ['fr', '{rain} de pluie', '414 mm de pluie'],
    ['es', '{crest} metros alcanzó', '7,4 metros alcanzó'],
    ['ko', '{crest}미터가', '7.4미터가'],
    ['ko', '{crest} 높이', '7.4미터 높이'],
    ['zh', '{hours}个小时', '1,020个小时'],
    ['zh', '{crest}是洪峰', '7.4米是洪峰'],
    ['ar', '{crest} أمتار هي', '7.4 أمتار هي'],
  ])('in %s says the unit once: %s', (language, text, expected) => {
    const inLanguage = { ...wording(measures), locale: readLocale(templates, language) };
    expect(plain(toWords(text, inLanguage))).toBe(expected);
  });

  it('shows the unit with a number that stands large, once', () => {
    expect(splitLead('{rain} of rain fell', wording(measures))).toMatchObject({
      lead: { number: '414 mm' },
      rest: 'of rain fell',
    });
    expect(splitLead('{rain} mm of rain fell', wording(measures))).toMatchObject({
      lead: { number: '414' },
      rest: 'mm of rain fell',
    });
  });

  it('says it with every precision', () => {
    expect(plain(formatMeasure(measures.share, readLocale(templates, 'de')))).toBe('rund 25 Prozent');
  });
});
