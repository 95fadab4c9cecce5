import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { BriefdeckError } from '../../src/core/problem.js';
import { inLanguage, translationsIn } from '../../src/load/languages.js';
import { inDeckLanguage, loadBrief } from '../../src/load/load.js';
import { readLocale } from '../../src/load/profiles.js';
import { briefJsonSchema } from '../../src/load/schema.js';
import { loadTemplates, namesIn } from '../../src/load/templates.js';
import { EXTRA_UNITS } from '../../src/load/units.js';
import { folderOf } from './folder-of.js';
import { told } from './problems.js';

const BRIEF = `id: bridge
title: { en: The bridge, ko: 다리 }
asOf: 2026-03-02
bottomLine: { en: It is shut., ko: 닫혀 있다. }
topics: { why: { en: Why, ko: 이유 } }
sources:
  notice: { title: Notice 14, publisher: Port }
measures:
  cars: { value: 21000, unit: cars, precision: about, status: confirmed, sources: [notice] }
claims:
  - id: cars-a-day
    text: { en: "{cars} cars a day.", ko: "하루 {cars} 대." }
    status: confirmed
    sources: [notice]
  - id: nobody
    text: Nobody was hurt.
    status: confirmed
    sources: [notice]
people:
  - { name: Ana Ruiz, role: { en: engineer, ko: 기사 } }
`;

async function read(text: string) {
  const folder = await folderOf({ 'brief.yaml': text });
  return loadBrief(path.join(folder, 'brief.yaml'));
}

async function refusal(text: string): Promise<string> {
  const folder = await folderOf({ 'brief.yaml': text });
  const error: unknown = await loadBrief(path.join(folder, 'brief.yaml')).catch((thrown: unknown) => thrown);
  return error instanceof BriefdeckError ? told(error.problems, folder) : 'No problem.';
}

describe('a brief in several languages', () => {
  it('is read in its own, and in each other', async () => {
    const loaded = await read(BRIEF);
    const { brief } = inDeckLanguage(loaded, 'ko');
    expect([loaded.brief.title.text, loaded.brief.language]).toEqual(['The bridge', 'en']);
    expect([brief.title.text, brief.language, brief.topics.why]).toEqual(['다리', 'ko', '이유']);
    expect(brief.claims[0]?.text).toBe('하루 {cars} 대.');
  });

  it('shows what is not translated behind its tag, and names as they are', async () => {
    const { brief } = inDeckLanguage(await read(BRIEF), 'ko');
    expect(brief.claims[1]?.text).toBe('[en] Nobody was hurt.');
    expect(brief.people[0]).toMatchObject({ name: 'Ana Ruiz', role: '기사' });
    expect(brief.sources.notice?.publisher).toBe('Port');
    expect(brief.measures.cars?.unit).toBe('cars');
  });

  it('is told in its own language where it has no bottom line in the one that is asked for', async () => {
    const loaded = await read(
      BRIEF.replace('bottomLine: { en: It is shut., ko: 닫혀 있다. }', 'bottomLine: It is shut.'),
    );
    expect(inDeckLanguage(loaded, 'ko')).toBe(loaded);
    expect(inDeckLanguage(loaded, 'fr')).toBe(loaded);
    expect(inDeckLanguage(loaded, undefined)).toBe(loaded);
  });

  it('needs no translation of figures, codes and measures', () => {
    const data = {
      charts: [{ unit: 'EUR' }, { unit: '%' }, { unit: 'EUR per lorry' }, { headline: '{cars}' }],
    };
    expect(inLanguage(data, 'ko')).toMatchObject({
      charts: [{ unit: 'EUR' }, { unit: '%' }, { unit: '[en] EUR per lorry' }, { headline: '{cars}' }],
    });
  });

  it('has its faults told where they stand', async () => {
    expect(await refusal(BRIEF.replace('하루 {cars} 대.', '하루 {car} 대.'))).toMatchInlineSnapshot(`
      "brief.yaml:12:43 claims[0].text.ko: unknown measure "car" [unknown-measure]
          Did you mean "cars"?
      "
    `);
    expect(await refusal(BRIEF.replace('ko: 이유', 'ko: 5'))).toMatchInlineSnapshot(`
      "brief.yaml:5:31 topics.why.ko: is 5, not a text [wrong-type]
          Put the text in quotes.
      "
    `);
    expect(
      await refusal(BRIEF.replace('{ en: The bridge, ko: 다리 }', '{ uk: Міст, ko: 다리 }')),
    ).toMatchInlineSnapshot(`
      "brief.yaml:2:8 title: has no text in "en", the language of the brief [missing]
          Add "en:" to it, or set "language:" to the one that every text is given in.
      "
    `);
    expect(
      await refusal(BRIEF.replace('{ en: engineer, ko: 기사 }', '{ en: engineer, korean: 기사 }')),
    ).toMatchInlineSnapshot(`
      "brief.yaml:20:29 people[0].role: is a group of fields, not a text [wrong-type]
          A text that starts with a brace stands in quotes; one in several languages is { en: …, uk: … }.
      "
    `);
  });

  it('takes no group of fields for a text in several languages', () => {
    expect(translationsIn({ bottomLine: { text: 'Shut.', notes: 'Say it.' }, title: { text: 'a' } })).toEqual(
      [],
    );
    expect(translationsIn({ title: { en: 'a', uk: 'б' }, claims: [{ text: { fr: 'c' } }] })).toEqual([
      'fr',
      'uk',
    ]);
  });

  it('is known to editors', () => {
    const { properties } = briefJsonSchema() as { properties: Record<string, { anyOf?: object[] }> };
    expect(properties.subtitle?.anyOf).toMatchObject([
      { type: 'string' },
      { type: 'object', additionalProperties: { type: 'string' } },
    ]);
    expect(JSON.stringify(properties)).not.toContain('"translate"');
  });
});

describe('the words of every language', async () => {
  const templates = await loadTemplates();
  const languages = namesIn(templates, 'locales', '.yaml');

  it('are there for eight', () => {
    expect(languages).toEqual(['ar', 'de', 'en', 'es', 'fr', 'ko', 'uk', 'zh']);
  });

  it.each(languages)('lack nothing: %s', (language) => {
    expect(readLocale(templates, language).language).toBe(language);
  });

  /** Forms by the category of a number, of which each language has others; a century has figures or Roman ones. */
  const BY_NUMBER = new Set(['counts', 'units', 'century']);

  it.each(languages)('fill in what the English ones do: %s', (language) => {
    const slots = (locale: object): string[] =>
      Object.entries(locale).flatMap(([key, value]) =>
        typeof value === 'object' && !Array.isArray(value) && !BY_NUMBER.has(key)
          ? slots(value).map((slot) => `${key}.${slot}`)
          : typeof value === 'string'
            ? [...new Set(value.match(/\{\w+\}/g))].sort().map((slot) => `${key} ${slot}`)
            : [],
      );
    expect(slots(readLocale(templates, language))).toEqual(slots(readLocale(templates, 'en')));
  });

  it.each(languages)('name every unit that Intl does not: %s', (language) => {
    const { units } = readLocale(templates, language);
    expect(Object.keys(units).sort()).toEqual([...EXTRA_UNITS].sort());
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    for (const forms of Object.values(units))
      expect(Object.keys(forms ?? {}).sort()).toEqual([...pluralCategories].sort());
  });

  it('have no forms left out that the language needs', async () => {
    const ukrainian = templates.get('locales/uk.yaml')?.text ?? '';
    const folder = await folderOf({ 'locales/uk.yaml': ukrainian.replace('    few: ще {n}\n', '') });
    const changed = await loadTemplates(folder);
    expect(() => readLocale(changed, 'uk')).toThrow(/counts\.others: has no form for "few"/);
  });
});
