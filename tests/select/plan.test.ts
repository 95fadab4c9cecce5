import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BriefError } from '../../src/core/problem.js';
import { bottomLineMarking, itemsOf } from '../../src/items/items.js';
import { wordBrief } from '../../src/items/worded.js';
import { SLIDES } from '../../src/kinds/kinds.js';
import type { Audience } from '../../src/load/profiles.js';
import { type Brief, briefSchema } from '../../src/load/schema.js';
import { highestMarking, mayBeSeen } from '../../src/load/vocabulary.js';
import { type Plan, planDecks } from '../../src/select/plan.js';
import type { Wording } from '../../src/words/texts.js';
import { briefInput } from '../arbitrary.js';
import { loadedFrom, loadedOf, visibleOf } from '../loaded.js';
import { audiences, type Family, forAllFamilies, lengths, locale } from './families.js';

function plansOf(of: Brief, audience: Audience): Plan[] {
  const { brief } = visibleOf(loadedOf(of), audience.highest);
  const { measures, rivals } = brief;
  const wording: Wording = { measures, rivals, locale, spellOut: {}, replace: {} };
  return planDecks(wordBrief(brief, wording), audience, lengths);
}

/** Runs a check on the plans of generated briefs for each audience. */
function forAllPlans(check: (plans: Plan[], family: Family) => void): void {
  forAllFamilies((family) =>
    check(
      family.decks.map(({ plan }) => plan),
      family,
    ),
  );
}

const ids = (plan: Plan) => plan.slides.flatMap((slide) => slide.items.map((item) => item.id));
const unique = (list: readonly string[]) => [...new Set(list)].sort();

describe('a plan', () => {
  it('says in every length all that the next shorter one says', () => {
    forAllPlans((plans) => {
      plans.slice(1).forEach((longer, i) => {
        const shorter = plans[i];
        expect(unique(longer.items.map((item) => item.id))).toEqual(
          expect.arrayContaining(unique(shorter?.items.map((item) => item.id) ?? [])),
        );
      });
    });
  });

  it('never takes longer than its length, and no slide less than its kind', () => {
    forAllPlans((plans) => {
      for (const plan of plans) {
        const total = plan.slides.reduce((sum, slide) => sum + slide.seconds, 0);
        expect(total).toBe(plan.seconds);
        expect(total).toBeLessThanOrEqual(plan.length.seconds);
        for (const slide of plan.slides) {
          expect(slide.seconds).toBeGreaterThanOrEqual(
            !SLIDES[slide.kind].isTimed ? 0 : lengths.minimumSeconds[slide.kind],
          );
        }
      }
    });
  });

  it('holds nothing above the marking of its audience', () => {
    forAllPlans((plans, { audience }) => {
      for (const item of plans.flatMap((plan) => plan.slides.flatMap((slide) => slide.items))) {
        expect(mayBeSeen(item.marking, audience.highest)).toBe(true);
        for (const { id } of item.data.sources)
          expect(audience.highest === 'TLP:CLEAR' && id !== 'open').toBe(false);
        expect(item.measures).not.toContain('secret');
      }
    });
  });

  it('shows each item once, or gives the reason why not', () => {
    forAllPlans((plans, { brief: generated, audience }) => {
      const { brief } = visibleOf(loadedOf(generated), audience.highest);
      for (const plan of plans) {
        const shown = plan.slides
          .filter((slide) => slide.kind !== 'data')
          .flatMap((slide) => slide.items.map((item) => item.id));
        expect(shown).toHaveLength(new Set(shown).size);
        const out = plan.out.map(({ item }) => item.id);
        expect([...shown, ...out].sort()).toEqual(
          itemsOf(brief)
            .map((item) => item.id)
            .sort(),
        );
      }
    });
  });

  it('opens every deck with the bottom line, and flash is that one slide', () => {
    forAllPlans((plans) => {
      for (const plan of plans)
        expect(plan.slides.filter((slide) => slide.kind === 'bottom-line')).toHaveLength(1);
      const [flash] = plans;
      expect(flash?.slides).toHaveLength(1);
      expect(flash?.slides[0]?.items.length).toBeLessThanOrEqual(3);
    });
  });

  it('has the same bottom line slide in every length', () => {
    forAllPlans((plans) => {
      const slides = plans.map((plan) =>
        plan.slides.find((slide) => slide.kind === 'bottom-line')?.items.map((item) => item.id),
      );
      for (const slide of slides) expect(slide).toEqual(slides[0]);
    });
  });

  it('bears the highest marking of what is in it', () => {
    forAllPlans((plans, { whole }) => {
      for (const plan of plans) {
        expect(plan.marking).toBe(
          highestMarking([bottomLineMarking(whole), ...plan.items.map((item) => item.marking)]),
        );
      }
    });
  });

  it('has claims that answer each other, or neither of them', () => {
    let pairs = 0;
    forAllPlans((plans, { brief: generated, audience }) => {
      const { brief } = visibleOf(loadedOf(generated), audience.highest);
      for (const { id, answers } of brief.claims) {
        if (answers === undefined) continue;
        pairs++;
        for (const plan of plans)
          expect(plan.items.some((item) => item.id === id)).toBe(
            plan.items.some((item) => item.id === answers),
          );
      }
    });
    expect(pairs).toBeGreaterThan(0);
  });

  it('has a claim that follows another directly after that one and what else belongs to it', () => {
    let followers = 0;
    forAllPlans((plans) => {
      for (const plan of plans) {
        const claims = plan.items.filter((item) => item.type === 'claim');
        const before = new Map(claims.map(({ id, data }) => [id, data.follows ?? data.answers] as const));
        const shown = plan.slides.filter(({ kind }) => kind !== 'data').flatMap(({ items }) => items);
        for (const { id, data } of claims) {
          if (data.follows === undefined) continue;
          followers++;
          const isBelow = (one: string | undefined): boolean =>
            one !== undefined && (before.get(one) === data.follows || isBelow(before.get(one)));
          let at = shown.findIndex((item) => item.id === id) - 1;
          while (isBelow(shown[at]?.id)) at--;
          expect(shown[at]?.id).toBe(data.follows);
        }
      }
    });
    expect(followers).toBeGreaterThan(0);
  });

  it('has no judgment without one of the claims that it rests on', () => {
    let resting = 0;
    forAllPlans((plans) => {
      for (const plan of plans) {
        for (const item of plan.items) {
          if (item.type !== 'judgment' || item.data.basis.length === 0) continue;
          resting++;
          expect(plan.items.some(({ id }) => item.data.basis.includes(id))).toBe(true);
        }
      }
    });
    expect(resting).toBeGreaterThan(0);
  });

  it('lets no number lead that another has replaced', () => {
    let superseded = 0;
    forAllPlans((plans) => {
      const isOld = (item: Plan['items'][number] | undefined) =>
        item?.type === 'claim' && item.data.text.startsWith('{early}');
      for (const { slides } of plans) {
        for (const { kind, items } of slides) {
          superseded += items.filter(isOld).length;
          if (kind === 'bottom-line' || kind === 'big-number') expect(items.filter(isOld)).toEqual([]);
        }
      }
    });
    expect(superseded).toBeGreaterThan(0);
  });

  it('is the same for any order of keys', () => {
    fc.assert(
      fc.property(briefInput, (input) => {
        const turned = briefSchema.parse(turnKeys(input));
        const straight = briefSchema.parse(input);
        for (const audience of audiences) {
          const shape = (of: Brief) =>
            plansOf(of, audience).map((plan) => [
              plan.seconds,
              plan.slides.map((s) => [s.kind, s.items.map((i) => i.id)]),
            ]);
          expect(shape(turned)).toEqual(shape(straight));
        }
      }),
      { numRuns: 30 },
    );
  });
});

/** The same data with the keys of every group in the opposite order. */
function turnKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turnKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, part]) => [key, turnKeys(part)]),
  );
}

describe('planning', () => {
  const base = { id: 'small', title: 'Small', asOf: '2026-03-02', bottomLine: 'It is shut.' };
  const claim = (id: string, more: object = {}) => ({
    id,
    text: `Claim ${id} says something.`,
    status: 'confirmed' as const,
    ...more,
  });
  const [executive, analyst, general] = [0, 1, 2];
  const plan = (input: object, audience: number, length: number, more: Partial<Audience> = {}) => {
    const parsed = briefSchema.parse({ ...base, ...input });
    const chosen = audiences[audience] && { ...audiences[audience], ...more };
    const made = chosen && plansOf(parsed, chosen)[length];
    if (!made) throw new Error('no plan');
    return made;
  };

  it('fails where the audience may not see the bottom line', () => {
    const closed = briefSchema.parse({ ...base, bottomLine: { text: 'Secret.', marking: 'TLP:RED' } });
    const audience = audiences[general];
    expect(() => audience && plansOf(closed, audience)).toThrow(BriefError);
  });

  it('gives an item the marking of what it uses', () => {
    const { brief } = visibleOf(
      loadedFrom({
        ...base,
        sources: { a: { title: 'A', publisher: 'P', marking: 'TLP:AMBER' } },
        measures: { n: { value: 1, unit: 'x', status: 'confirmed', sources: ['a'] } },
        claims: [claim('c', { text: '{n} of them.' })],
      }),
    );
    const [item] = itemsOf(brief);
    expect(item?.marking).toBe('TLP:AMBER');
  });

  it('chooses by importance, and tells the story in the order of the file', () => {
    const claims = [
      claim('a', { importance: 1 }),
      claim('b', { importance: 5 }),
      claim('c', { importance: 4 }),
      claim('d', { importance: 5 }),
    ];
    expect(ids(plan({ claims }, analyst, 0))).toEqual(['b', 'c', 'd']);
  });

  it('gives an executive at most one judgment under the bottom line, after the facts', () => {
    const judgments = ['x', 'y'].map((id) => ({ id, text: `Judgment ${id}.`, by: 'us', importance: 5 }));
    const slide = plan({ claims: [claim('a'), claim('b'), claim('c')], judgments }, executive, 0);
    expect(ids(slide)).toEqual(['a', 'b', 'x']);
  });

  it('lets a number stand alone on a slide where it is all there is on its topic', () => {
    const measures = { n: { value: 12, unit: 'x', status: 'confirmed' } };
    const leads = ['a', 'b', 'c'].map((id) => claim(id, { importance: 5 }));
    const claims = [
      ...leads,
      claim('big', { text: '{n} bridges are shut.', importance: 4, topics: ['number'] }),
    ];
    expect(plan({ measures, claims }, analyst, 3).slides.map((slide) => slide.kind)).toContain('big-number');
  });

  it('numbers the slides of a topic that needs several', () => {
    const claims = Array.from({ length: 13 }, (_, i) => claim(`c${i}`, { topics: ['one'] }));
    const parts = plan({ claims }, analyst, 3)
      .slides.filter((slide) => slide.kind === 'claims')
      .map((slide) => slide.part);
    expect(parts).toEqual([
      { n: 1, of: 3 },
      { n: 2, of: 3 },
      { n: 3, of: 3 },
    ]);
  });

  it('says why an item is out', () => {
    const claims = [claim('a'), claim('b'), claim('c')];
    const events = [{ id: 'e', date: '2026', text: 'It happens.' }];
    const reasons = Object.fromEntries(
      plan({ claims, events }, analyst, 1).out.map(({ item, reason }) => [item.id, reason]),
    );
    expect(reasons).toEqual({ e: 'no slide for it in this length' });
  });

  it('goes by date, then by grade, then by the file where items are as important', () => {
    const sources = {
      old: { title: 'O', publisher: 'P', issued: '2026-01-01', grade: 'A1' },
      new: { title: 'N', publisher: 'P', issued: '2026-02-01', grade: 'C3' },
      good: { title: 'G', publisher: 'P', issued: '2026-02-01', grade: 'B2' },
    };
    const claims = ['old', 'new', 'good', 'new'].map((source, i) => claim(`c${i}`, { sources: [source] }));
    const made = plan({ sources, claims }, analyst, 0);
    expect(made.items.map(({ id }) => id)).toEqual(['c2', 'c1', 'c3']);
    const measures = { n: { value: 12, unit: 'x', status: 'confirmed', asOf: '2026-03' } };
    const dated = plan(
      { sources, measures, claims: [...claims, claim('m', { text: 'They are {n}.', sources: ['old'] })] },
      analyst,
      0,
    );
    expect(dated.items[0]?.id).toBe('m');
  });

  it('says how many seconds an item was short of', () => {
    const claims = Array.from({ length: 60 }, (_, i) => claim(`c${i}`, { topics: [`t${i % 9}`] }));
    const made = plan({ claims }, analyst, 1);
    const late = made.out.filter(({ reason }) => reason === 'over time');
    expect(late.length).toBeGreaterThan(0);
    for (const { time } of late) {
      expect(time && time.takes > time.left).toBe(true);
      expect(time && made.seconds + time.left).toBeGreaterThanOrEqual(made.length.seconds);
    }
  });

  it('brings in the claim that a judgment rests on, or leaves both out', () => {
    const judgments = [{ id: 'j', text: 'It slips.', by: 'us', importance: 5, basis: ['base'] }];
    const claims = [
      claim('a', { importance: 5 }),
      claim('b', { importance: 5 }),
      claim('base', { importance: 1 }),
    ];
    const flash = plan({ claims, judgments }, executive, 0);
    expect(ids(flash)).toEqual(['a', 'base', 'j']);
    expect(ids(plan({ claims, judgments }, executive, 1))).toContain('j');
    const without = plan(
      { claims: claims.map((one) => ({ ...one, topics: [one.id] })), judgments },
      executive,
      1,
      {
        unwanted: ['base'],
      },
    );
    expect(without.out.find(({ item }) => item.id === 'j')?.reason).toBe(
      'no claim it rests on is in the deck',
    );
  });

  it('leaves out a claim whose answer is not wanted', () => {
    const claims = [claim('a', { importance: 5 }), claim('b', { answers: 'a', topics: ['unwanted'] })];
    const made = plan({ claims }, analyst, 3, { unwanted: ['unwanted'] });
    expect(made.items).toEqual([]);
    expect(made.out.map(({ item, reason }) => [item.id, reason])).toEqual([
      ['b', 'topic not wanted'],
      ['a', 'a claim it goes with is not in the deck'],
    ]);
  });

  it('brings a question only where the claim it supports is', () => {
    const claims = [claim('seen'), claim('out', { topics: ['unwanted'] })];
    const questions = ['seen', 'out'].map((supports) => ({
      id: `q-${supports}`,
      q: 'Why?',
      a: 'So.',
      supports,
    }));
    const made = plan({ claims, questions }, analyst, 3, { unwanted: ['unwanted'] });
    expect(ids(made)).toContain('q-seen');
    expect(made.out.find(({ item }) => item.id === 'q-out')?.reason).toBe(
      'the claim it supports is not in the deck',
    );
  });
});
