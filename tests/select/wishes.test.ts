/** Pins, drops and limits of slides: whatever is wanted, it is so in every deck, or a smallest contradiction is named. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BriefError } from '../../src/core/problem.js';
import { itemsOf } from '../../src/items/items.js';
import { SLIDES } from '../../src/kinds/kinds.js';
import { itemIds } from '../../src/load/item-id.js';
import { type Audience, lengthsFor } from '../../src/load/profiles.js';
import { type Brief, briefSchema } from '../../src/load/schema.js';
import type { Wish } from '../../src/load/steering.js';
import { familyOf, wordFamily } from '../../src/pipeline/family.js';
import { checkFamily } from '../../src/rules/family/check.js';
import { RuleLog } from '../../src/rules/rule-log.js';
import type { Plan } from '../../src/select/plan.js';
import { steerBy } from '../../src/select/wishes.js';
import { visibleTo } from '../../src/visible/visible.js';
import { brief } from '../arbitrary.js';
import { loadedOf } from '../loaded.js';
import { audiences, lengths, locale } from './families.js';

const NONE: ReadonlySet<string> = new Set();
const LENGTHS = lengths.lengths.map(({ id }) => id);
const scope = fc.option(fc.subarray(LENGTHS, { minLength: 1 }), { nil: undefined });

/** Wishes by number, which become those of items that there are. */
const wanted = fc.record({
  pins: fc.array(fc.record({ n: fc.nat(), lengths: scope }), { maxLength: 2 }),
  drops: fc.array(fc.record({ n: fc.nat(), lengths: scope }), { maxLength: 3 }),
  maxSlides: fc.array(fc.record({ most: fc.integer({ min: 2, max: 12 }), lengths: scope }), { maxLength: 2 }),
});

/** The brief with wishes for items that `audience` may see. */
function withWishes(
  of: Brief,
  { pins, drops, maxSlides }: typeof wanted extends fc.Arbitrary<infer T> ? T : never,
  audience: Audience,
): Brief {
  const seen = itemsOf(visibleTo(loadedOf(of), audience).brief).map(({ id }) => id);
  const named = (list: typeof pins) =>
    list.flatMap(({ n, lengths: own }) => {
      const item = seen[n % seen.length];
      return item === undefined ? [] : [{ item, lengths: own }];
    });
  return { ...of, pins: named(pins), drops: named(drops), maxSlides };
}

const familyFor = (of: Brief, audience: Audience) =>
  wordFamily(visibleTo(loadedOf(of), audience), audience, locale);

/** Runs a check on generated briefs with generated wishes; tells how many of them could be met. */
function forAllWishes(check: (of: Brief, audience: Audience) => void): void {
  fc.assert(
    fc.property(brief, wanted, fc.constantFrom(...audiences), (generated, wishes, audience) =>
      check(withWishes(generated, wishes, audience), audience),
    ),
    { numRuns: 80 },
  );
}

const isImpossible = (error: unknown): error is BriefError =>
  error instanceof BriefError && error.problems.every(({ code }) => code === 'impossible-wish');

describe('wishes', () => {
  it('are met in every deck that is made, and nesting, time and words hold', () => {
    let [met, pinned, limited] = [0, 0, 0];
    forAllWishes((of, audience) => {
      let family: ReturnType<typeof familyOf>;
      try {
        family = familyOf(familyFor(of, audience), lengths);
      } catch (error) {
        expect(isImpossible(error)).toBe(true);
        return;
      }
      met++;
      const log = new RuleLog();
      checkFamily(family, new Map(), log);
      expect(log.findings).toEqual([]);
      for (const { plan } of family) {
        expect(plan.seconds).toBeLessThanOrEqual(plan.length.seconds);
        const slides = plan.slides.filter(({ kind }) => SLIDES[kind].isTimed).length;
        for (const { most, lengths: own } of of.maxSlides)
          if (own?.includes(plan.length.id) ?? true) expect(slides).toBeLessThanOrEqual(most);
        for (const { item, lengths: own } of of.pins)
          if (own?.includes(plan.length.id)) expect(plan.items.map(({ id }) => id)).toContain(item);
        for (const { item, lengths: own } of of.drops)
          if (own?.includes(plan.length.id) ?? true)
            expect(plan.items.map(({ id }) => id)).not.toContain(item);
        expect([...plan.why.keys()].sort(byId)).toEqual([...plan.items].sort(byId));
        pinned += [...plan.why.values()].filter((why) => why === 'pinned').length;
        limited += plan.out.filter(({ reason }) => reason === 'over the number of slides').length;
      }
    });
    expect([met > 20, pinned > 20, limited > 10]).toEqual([true, true, true]);
  });

  it('that cannot be met are told by a set of which none can be spared', () => {
    let contradicted = 0;
    forAllWishes((of, audience) => {
      const { words, wishes } = familyFor(of, audience);
      const own = lengthsFor(audience, lengths);
      const contradiction = (some: readonly Wish[]) =>
        steerBy(some, words, audience, own, NONE).contradiction;
      const found = contradiction(wishes);
      if (!found) return;
      contradicted++;
      expect(found.obstacle).not.toBe('');
      expect(contradiction(found.wishes)?.wishes).toEqual(found.wishes);
      for (const wish of found.wishes)
        expect(contradiction(found.wishes.filter((other) => other !== wish))).toBeUndefined();
    });
    expect(contradicted).toBeGreaterThan(20);
  });

  it('for what an audience may not see change nothing, and a pin of it is refused', () => {
    let withheld = 0;
    fc.assert(
      fc.property(brief, fc.nat(), fc.constantFrom(...audiences), (generated, n, audience) => {
        const seen = itemsOf(visibleTo(loadedOf(generated), audience).brief).map(({ id }) => id);
        const hidden = itemIds(generated).filter((id) => !seen.includes(id));
        const item = hidden[n % hidden.length];
        if (item === undefined) return;
        withheld++;
        const { loaded } = familyFor(generated, audience);
        const dropping = familyFor({ ...generated, drops: [{ item }] }, audience).loaded;
        expect(dropping.sha256).toBe(loaded.sha256);
        expect(dropping.brief).toEqual(loaded.brief);
        const pin = { item, audiences: [audience.id] };
        expect(() => familyFor({ ...generated, pins: [pin] }, audience)).toThrow(/\[pin-withheld\]/);
        // A pin for others says nothing in the decks of this audience.
        const elsewhere = familyFor({ ...generated, pins: [{ item, audiences: ['others'] }] }, audience);
        expect(elsewhere.loaded.sha256).toBe(loaded.sha256);
      }),
    );
    expect(withheld).toBeGreaterThan(20);
  });
});

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

const base = { id: 'small', title: 'Small', asOf: '2026-03-02', bottomLine: 'It is shut.' };
const speech = 'and so on '.repeat(60);
const claim = (id: string, more: object = {}) => ({
  ...{ id, text: `Claim ${id} says something.`, status: 'confirmed' as const, importance: 3 },
  ...more,
});
const analyst = audiences.find(({ id }) => id === 'analyst');

function plansOf(input: object): Plan[] {
  if (!analyst) throw new Error('there is no analyst');
  return familyOf(familyFor(briefSchema.parse({ ...base, ...input }), analyst), lengths).map(
    ({ plan }) => plan,
  );
}

const refusalOf = (input: object) => {
  try {
    plansOf(input);
  } catch (error) {
    if (error instanceof BriefError) return error.message;
    throw error;
  }
  return '';
};

describe('a pin', () => {
  const claims = ['a', 'b', 'c', 'd'].map((id) => claim(id, { importance: 5 }));

  it('is in every length that can show it, and goes under the bottom line first', () => {
    const [flash] = plansOf({ claims: [...claims, claim('e', { importance: 1 })], pins: ['e'] });
    expect(flash?.items.map(({ id }) => id)).toEqual(['a', 'b', 'e']);
  });

  it('of a length is in the longer ones, and in shorter ones by its rank', () => {
    const plans = plansOf({
      claims: [...claims, claim('e', { importance: 1 })],
      quotes: [{ id: 'q', text: 'Shut.', speaker: 'Ana Ruiz', status: 'confirmed', importance: 1 }],
      pins: [{ item: 'q', lengths: ['standard'] }],
      maxSlides: 3,
    });
    expect(plans.map(({ items }) => items.some(({ id }) => id === 'q'))).toEqual([false, false, true, true]);
  });

  it('brings the claim that a question is about', () => {
    const long = claims.map((one) => ({ ...one, notes: speech }));
    const plans = plansOf({
      claims: [...long, claim('e', { importance: 1, topics: ['last'] })],
      questions: [{ id: 'why', q: 'Why?', a: 'So.', supports: 'e' }],
      pins: [{ item: 'why', lengths: ['short'] }],
      maxSlides: [{ most: 3, lengths: ['short'] }],
    });
    expect(plans[1]?.items.map(({ id }) => id)).toEqual(expect.arrayContaining(['e', 'why']));
  });

  it('that takes too long is refused with its seconds', () => {
    const pinned = claim('e', { notes: speech.repeat(8) });
    expect(refusalOf({ claims: [pinned], pins: [{ item: 'e', lengths: ['short'] }] })).toMatch(
      /"pins: e" \(brief.yaml\) cannot be met for analyst: "e" cannot be in short: it takes \d+:\d\d with all that it needs, and \d:\d\d of 5:00 are left/,
    );
  });

  it('is refused with what it contradicts, and with nothing else', () => {
    const wishes = {
      pins: ['a', { item: 'e', lengths: ['full'] }],
      drops: [{ item: 'a', lengths: ['full'] }, 'b'],
    };
    expect(refusalOf({ claims: [...claims, claim('e')], ...wishes })).toContain(
      '"pins: a" (brief.yaml), "drops: a" (brief.yaml) contradict each other for analyst: "a" cannot be in flash: dropped',
    );
  });

  it('of more than stand under the bottom line is refused', () => {
    const pins = claims.map(({ id }) => ({ item: id, lengths: ['flash'] }));
    expect(refusalOf({ claims, pins })).toContain(
      'contradict each other for analyst: "d" cannot be in flash: no room',
    );
    expect(plansOf({ claims, pins: pins.slice(1) })[0]?.items.map(({ id }) => id)).toEqual(['b', 'c', 'd']);
  });
});

describe('a limit of slides', () => {
  it('counts neither sources nor backup, and what is over it is out by rank', () => {
    const claims = ['a', 'b', 'c', 'd', 'e'].map((id, i) => claim(id, { importance: 5 - i, topics: [id] }));
    const judgments = [{ id: 'j', text: 'It stays.', by: 'us', importance: 2 }];
    const questions = [{ id: 'why', q: 'Why?', a: 'So.' }];
    const [, short] = plansOf({ claims, judgments, questions, maxSlides: 3 });
    expect(short?.slides.map(({ kind }) => kind)).toEqual(['title', 'bottom-line', 'claims', 'question']);
    expect(short?.out).toEqual([expect.objectContaining({ reason: 'over the number of slides' })]);
  });

  it('that title and bottom line exceed is refused', () => {
    expect(refusalOf({ maxSlides: 1 })).toContain(
      '"maxSlides: 1" (brief.yaml) cannot be met for analyst: short has 2 slides',
    );
  });
});
