import { describe, expect, it } from 'vitest';
import { BriefdeckError } from '../../src/core/problem.js';
import { SLIDE_KINDS, SLIDES } from '../../src/kinds/kinds.js';
import { LIMITS } from '../../src/load/limits.js';
import { lengthsFor, readAudience, readLengths, readLocale } from '../../src/load/profiles.js';
import { loadTemplates } from '../../src/load/templates.js';
import { folderOf } from './folder-of.js';
import { told } from './problems.js';

async function withFile(name: string, text: string) {
  const folder = await folderOf({ [name]: text });
  return { folder, templates: await loadTemplates(folder) };
}

/** What a call is told. */
function refusal(call: () => unknown, folder = ''): string {
  try {
    call();
  } catch (error) {
    if (error instanceof BriefdeckError) return told(error.problems, folder);
    throw error;
  }
  return 'No problem.\n';
}

describe('readAudience', () => {
  it('reads the built-in ones', async () => {
    const templates = await loadTemplates();
    expect(readAudience(templates, 'public')).toMatchObject({
      id: 'public',
      highest: 'TLP:CLEAR',
      spellOut: true,
      theme: 'plain-dark',
    });
    expect(readAudience(templates, 'executive')).toMatchObject({
      highest: 'TLP:AMBER',
      weights: { judgment: 1 },
    });
    expect(readAudience(templates, 'analyst')).toMatchObject({
      highest: 'TLP:AMBER+STRICT',
      sourcing: 'full',
    });
  });

  it('replaces no more terms than are allowed', async () => {
    const terms = (count: number) =>
      Array.from(
        { length: count },
        (_, i) => `  ${String.fromCharCode(97 + (i % 26)).repeat(1 + Math.floor(i / 26))}: x`,
      );
    const profile = (count: number) => `name: P\nhighest: TLP:GREEN\nreplace:\n${terms(count).join('\n')}\n`;
    const { folder, templates } = await withFile('audiences/press.yaml', profile(LIMITS.terms + 1));
    expect(refusal(() => readAudience(templates, 'press'), folder)).toContain(
      `audiences/press.yaml:4:3 replace: has too many entries; at most ${LIMITS.terms} are allowed`,
    );
    const { templates: fewer } = await withFile('audiences/press.yaml', profile(LIMITS.terms));
    expect(Object.keys(readAudience(fewer, 'press').replace)).toHaveLength(LIMITS.terms);
  });

  it('fills in what a profile leaves out', async () => {
    const { templates } = await withFile('audiences/press.yaml', 'name: DeckRenderer\nhighest: TLP:GREEN\n');
    expect(readAudience(templates, 'press')).toEqual({
      id: 'press',
      name: 'DeckRenderer',
      about: '',
      highest: 'TLP:GREEN',
      want: [],
      unwanted: [],
      weights: {},
      lead: ['claim'],
      order: ['story', 'timeline', 'judgments', 'outlook', 'people', 'closing'],
      sort: 'topic',
      slides: [...SLIDE_KINDS],
      length: {},
      sourcing: 'marks',
      spellOut: false,
      replace: {},
      theme: 'plain',
      brand: 'brand.yaml',
      wishes: [],
    });
  });

  it('names a house style or a folder that is not there with its line', async () => {
    const folder = await folderOf({
      'audiences/press.yaml': 'extends: public\nbrand: brand-pres.yaml\n',
      'audiences/public.yaml': 'name: All\nhighest: TLP:CLEAR\ntemplates: pres\n',
      'brand-press.yaml': 'name: Office\n',
      'press/slides/quote.md.hbs': '# {{heading}}',
    });
    const templates = await loadTemplates(folder);
    expect(refusal(() => readAudience(templates, 'press'), folder)).toContain(
      'audiences/press.yaml:2:8 brand: there is no file "brand-pres.yaml" in the template folder [no-file]\n    Did you mean "brand-press.yaml"?',
    );
    expect(refusal(() => readAudience(templates, 'public'), folder)).toContain(
      'audiences/public.yaml:3:12 templates: there is no folder "pres"',
    );
  });

  it('suggests the audience that may be meant', async () => {
    const templates = await loadTemplates();
    expect(refusal(() => readAudience(templates, 'excutive'))).toBe(
      'There is no audience "excutive". [usage]\n    Did you mean "executive"?\n',
    );
    expect(refusal(() => readAudience(templates, '../lengths'))).toContain(
      'There is no audience "../lengths".',
    );
  });

  it('names every fault of a profile with its line', async () => {
    const { folder, templates } = await withFile(
      'audiences/press.yaml',
      'name: ""\nhighst: TLP:RED\nsourcing: some\nlead: []\nwant: economy\nspellOut: perhaps\nweights: { judgement: 1 }\n',
    );
    expect(refusal(() => readAudience(templates, 'press'), folder)).toMatchInlineSnapshot(`
      "audiences/press.yaml:1:1 highest: is missing [missing]
          One of: TLP:CLEAR, TLP:GREEN, TLP:AMBER, TLP:AMBER+STRICT, TLP:RED.
      audiences/press.yaml:1:7 name: is empty [empty]
      audiences/press.yaml:2:1 highst: unknown field "highst" [unknown-field]
          Did you mean "highest"?
      audiences/press.yaml:3:11 sourcing: is "some", which is not one of its words [unknown-word]
          One of: none, marks, full.
      audiences/press.yaml:4:7 lead: is empty [empty]
          Give one, or leave the field out.
      audiences/press.yaml:5:7 want: is "economy", not a list [wrong-type]
          Put it in brackets: [a, b].
      audiences/press.yaml:6:11 spellOut: is "perhaps", not true or false [wrong-type]
      audiences/press.yaml:7:12 weights.judgement: unknown field "judgement" [unknown-field]
          Did you mean "judgment"?
      "
    `);
  });

  it.each([
    ['theme: situaton', 'theme: there is no theme "situaton" [unknown-theme]\n    Did you mean "situation"?'],
    ['language: kk', 'language: there are no words for the language "kk" [unknown-language]'],
  ])('says at which line it names what is not there: %s', async (field, why) => {
    const { folder, templates } = await withFile('audiences/board.yaml', `extends: press\n${field}\n`);
    expect(refusal(() => readAudience(templates, 'board'), folder)).toContain(`audiences/board.yaml:2:`);
    expect(refusal(() => readAudience(templates, 'board'), folder)).toContain(why);
  });

  it('takes what it does not say from the profile that it extends', async () => {
    const { templates } = await withFile(
      'audiences/board.yaml',
      'extends: press\nname: Board\nweights: { quote: 0, event: 1 }\norder: [judgments]\nreplace: { lorries: trucks }\n',
    );
    expect(readAudience(templates, 'board')).toEqual({
      ...readAudience(templates, 'press'),
      id: 'board',
      name: 'Board',
      weights: { person: 1, chart: 1, quote: 0, event: 1 },
      order: ['judgments'],
      replace: { lorries: 'trucks' },
    });
  });

  it.each([
    ['board', 'extends "board", which extends it'],
    ['pres', 'there is no audience "pres"'],
  ])('refuses to extend %s', async (parent, why) => {
    const { folder, templates } = await withFile('audiences/board.yaml', `extends: ${parent}\n`);
    expect(refusal(() => readAudience(templates, 'board'), folder)).toContain(
      `audiences/board.yaml:1:10 extends: ${why} [bad-extends]`,
    );
  });

  it('replaces words, not numbers', async () => {
    const { folder, templates } = await withFile(
      'audiences/board.yaml',
      'extends: press\nreplace: { lorries: 12 trucks }\n',
    );
    expect(refusal(() => readAudience(templates, 'board'), folder)).toMatch(
      /^audiences\/board.yaml:2:21 replace.lorries: .*only words are replaced by words/,
    );
  });

  it('names the line of a syntax error', async () => {
    const { folder, templates } = await withFile('audiences/press.yaml', 'name: DeckRenderer: the\n');
    expect(refusal(() => readAudience(templates, 'press'), folder)).toMatch(
      /^audiences\/press.yaml:1:7: is no valid YAML/,
    );
  });
});

describe('lengthsFor', () => {
  it('puts a length of its own among the others, with the slides of the next longer one', async () => {
    const { templates } = await withFile(
      'audiences/board.yaml',
      'extends: executive\nlength: { board: { minutes: 8 }, flash: { minutes: 2 } }\nslides: [claims, chart]\n',
    );
    const all = readLengths(templates);
    const { lengths } = lengthsFor(readAudience(templates, 'board'), all);
    expect(lengths.map(({ id, seconds }) => [id, seconds])).toEqual([
      ['flash', 120],
      ['short', 300],
      ['board', 480],
      ['standard', 900],
      ['full', 1800],
    ]);
    expect(lengths.find(({ id }) => id === 'board')?.slides).toEqual(['bottom-line', 'claims', 'chart']);
  });
});

describe('readLengths', () => {
  it('has the four lengths, shortest first', async () => {
    const { lengths, minimumSeconds } = readLengths(await loadTemplates());
    expect(lengths.map(({ id, seconds }) => [id, seconds])).toEqual([
      ['flash', 60],
      ['short', 300],
      ['standard', 900],
      ['full', 1800],
    ]);
    expect(Object.keys(minimumSeconds).sort()).toEqual([...SLIDE_KINDS].sort());
  });

  it('allows every longer length what a shorter one may show', async () => {
    const { lengths } = readLengths(await loadTemplates());
    lengths.forEach(({ slides }, i) => {
      for (const longer of lengths.slice(i + 1))
        expect(longer.slides).toEqual(expect.arrayContaining([...slides]));
    });
  });

  it('sorts lengths by their minutes, whatever the file does', async () => {
    const minimum = SLIDE_KINDS.map((kind) => `  ${kind}: 0`).join('\n');
    const { templates } = await withFile(
      'lengths.yaml',
      `lengths:\n  long: { minutes: 60, slides: [title] }\n  tiny: { minutes: 0.5, slides: [title] }\nminimumSeconds:\n${minimum}\n`,
    );
    expect(readLengths(templates).lengths.map(({ id, seconds }) => [id, seconds])).toEqual([
      ['tiny', 30],
      ['long', 3600],
    ]);
  });

  it('takes for a kind of slide that it does not name what the kind says of itself', async () => {
    const { templates } = await withFile(
      'lengths.yaml',
      'lengths: { long: { minutes: 60, slides: [title, claims] } }\nminimumSeconds: { title: 3 }\n',
    );
    const { lengths, minimumSeconds } = readLengths(templates);
    expect(minimumSeconds).toMatchObject({ title: 3, claims: SLIDES.claims.seconds });
    expect(Object.keys(minimumSeconds)).toEqual(SLIDE_KINDS);
    // The kinds there are come only into lengths that name them.
    expect(lengths.map(({ slides }) => slides)).toEqual([['title', 'claims']]);
  });

  it('has in its own file what the kinds say of themselves', async () => {
    const { minimumSeconds } = readLengths(await loadTemplates());
    for (const kind of SLIDE_KINDS)
      expect([kind, minimumSeconds[kind]]).toEqual([kind, SLIDES[kind].seconds]);
  });

  it('names every fault with its line', async () => {
    const { folder, templates } = await withFile(
      'lengths.yaml',
      'lengths:\n  Flash: { minutes: 1, slides: [title] }\n  short: { minutes: 0, slides: [titel] }\n  none: { minutes: 5, slides: [] }\nminimumSeconds:\n  title: -1\n' +
        SLIDE_KINDS.slice(2)
          .map((kind) => `  ${kind}: 0\n`)
          .join(''),
    );
    expect(refusal(() => readLengths(templates), folder)).toMatchInlineSnapshot(`
      "lengths.yaml:2:3 lengths.Flash: the name is no id: it starts with a small letter and has only a–z, 0–9 and "-" [bad-name]
      lengths.yaml:3:21 lengths.short.minutes: is 0; more than 0 is allowed [out-of-range]
      lengths.yaml:3:33 lengths.short.slides[0]: is "titel", which is not one of its words [unknown-word]
          Did you mean "title"? One of: title, section, bottom-line, claims, big-number, chart, rivals, comparison, quote, picture, timeline, judgments, outlook, people, option, decision, sources, question, data, findings.
      lengths.yaml:4:31 lengths.none.slides: is empty [empty]
          Give one, or leave the field out.
      lengths.yaml:6:10 minimumSeconds.title: is -1; at least 0 is allowed [out-of-range]
      "
    `);
  });
});

describe('readLocale', () => {
  it('takes the words of the language where the region has none', async () => {
    const templates = await loadTemplates();
    expect(readLocale(templates, 'en-GB')).toEqual(readLocale(templates, 'en'));
  });

  it('prefers the words of the region', async () => {
    const english = (await loadTemplates()).get('locales/en.yaml')?.text ?? '';
    const { templates } = await withFile(
      'locales/en-GB.yaml',
      english.replace('language: en', 'language: en-GB'),
    );
    expect(readLocale(templates, 'en-GB').language).toBe('en-GB');
    expect(readLocale(templates, 'en').language).toBe('en');
  });

  it('says where to add the words of a language', async () => {
    const templates = await loadTemplates();
    expect(refusal(() => readLocale(templates, 'tlh'))).toMatch(
      /^there are no words for the language "tlh" \[unknown-language\]\n {4}Known: .*en.*\. Add locales\/tlh\.yaml to the templates\.\n$/,
    );
  });

  it('misses words that are not there', async () => {
    const english = (await loadTemplates()).get('locales/en.yaml')?.text ?? '';
    const { folder, templates } = await withFile(
      'locales/xx.yaml',
      english.replace(/ {2}watch: .*\n/, '').replace('  low: low', '  lwo: low'),
    );
    expect(refusal(() => readLocale(templates, 'xx'), folder)).toMatchInlineSnapshot(`
      "locales/xx.yaml:107:3 confidences.low: is missing [missing]
          Give a text.
      locales/xx.yaml:107:3 confidences.lwo: unknown field "lwo" [unknown-field]
          Did you mean "low"?
      locales/xx.yaml:136:3 words.watch: is missing [missing]
          Give a text.
      "
    `);
  });

  it('misses a number that a phrase would lose', async () => {
    const english = (await loadTemplates()).get('locales/en.yaml')?.text ?? '';
    const { folder, templates } = await withFile(
      'locales/xx.yaml',
      english
        .replace('about: about {n}', 'about: about')
        .replace('"{low} to {high}"', 'from {low}')
        .replace('spring {year}', 'spring'),
    );
    expect(refusal(() => readLocale(templates, 'xx'), folder)).toMatchInlineSnapshot(`
      "locales/xx.yaml:19:10 precisions.about: has no {n}: what it stands for would be lost [invalid]
      locales/xx.yaml:31:8 range: has no {low} and {high}: what it stands for would be lost [invalid]
      locales/xx.yaml:35:11 seasons.spring: has no {year}: what it stands for would be lost [invalid]
      "
    `);
  });
});
