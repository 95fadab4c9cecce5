/** The order of a deck: places for parts, types and topics, and the story by topic, by time or by the file. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemsOf } from '../../src/items/items.js';
import { PARTS } from '../../src/kinds/kinds.js';
import { type Place, SORTS } from '../../src/load/arrangement.js';
import type { Audience } from '../../src/load/profiles.js';
import { type Brief, type BriefInput, briefSchema } from '../../src/load/schema.js';
import { familyOf, type PlannedDeck, wordFamily } from '../../src/pipeline/family.js';
import { checkFamily } from '../../src/rules/family/check.js';
import { RuleLog } from '../../src/rules/rule-log.js';
import { placeOf } from '../../src/select/order.js';
import { visibleTo } from '../../src/visible/visible.js';
import { brief } from '../arbitrary.js';
import { loadedOf } from '../loaded.js';
import { audiences, lengths, locale } from './families.js';

const PLACES: readonly Place[] = [
  ...PARTS,
  'quote',
  'chart',
  'claim',
  'event',
  'rivals',
  'topic:economy',
  'topic:cause',
];
const order = fc.shuffledSubarray([...PLACES]);

const familyFor = (of: Brief, audience: Audience): PlannedDeck[] =>
  familyOf(wordFamily(visibleTo(loadedOf(of), audience), audience, locale), lengths);

describe('any order', () => {
  it('leaves time, nesting and threads as they are, and has each place in its turn', () => {
    let turns = 0;
    fc.assert(
      fc.property(
        ...[brief, order, fc.constantFrom(...SORTS), fc.constantFrom(...audiences)],
        (generated, own, sort, audience) => {
          const family = familyFor(generated, { ...audience, order: own, sort });
          const log = new RuleLog();
          checkFamily(family, new Map(), log);
          expect(log.findings).toEqual([]);
          for (const { plan } of family) {
            const shown = plan.slides.filter(({ kind }) => kind !== 'bottom-line' && kind !== 'data');
            const single = shown.filter(({ items }) => items.length === 1).flatMap(({ items }) => items);
            const turn = single.flatMap((item) => own.indexOf(placeOf(item as never, own) as Place));
            const placed = turn.filter((at) => at >= 0);
            turns += placed.length;
            expect(placed).toEqual([...placed].sort((a, b) => a - b));
            const ids = shown.flatMap(({ items }) => items.map(({ id }) => id));
            expect(ids).toHaveLength(new Set(ids).size);
          }
        },
      ),
      { numRuns: 60 },
    );
    expect(turns).toBeGreaterThan(50);
  });

  it('of a brief changes what is in its decks for no audience', () => {
    fc.assert(
      fc.property(brief, order, fc.constantFrom(...audiences), (generated, own, audience) => {
        const partsOf = (family: readonly PlannedDeck[]) =>
          new Set(family.flatMap(({ plan }) => plan.items).map((item) => placeOf(item, PARTS)));
        const plain = partsOf(familyFor(generated, audience));
        for (const part of partsOf(familyFor({ ...generated, order: own }, audience)))
          expect(plain.has(part) || audience.order.includes(part as Place)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it('says nothing of a topic that is withheld', () => {
    const input: BriefInput = {
      ...{ id: 'b', title: 'B', asOf: '2026-03-02', bottomLine: 'It is shut.' },
      claims: [
        { id: 'open', text: 'It is shut.', status: 'confirmed', topics: ['traffic'] },
        {
          id: 'closed',
          text: 'It was sabotage.',
          status: 'confirmed',
          topics: ['crime'],
          marking: 'TLP:RED',
        },
      ],
      order: ['topic:crime', 'topic:traffic'],
    };
    const general = audiences.find(({ id }) => id === 'public');
    if (!general) throw new Error('there is no public');
    const seen = visibleTo(loadedOf(briefSchema.parse(input)), general);
    expect(seen.brief.order).toEqual(['topic:traffic']);
  });
});

describe('the order of a brief', () => {
  const claim = (id: string, topic: string, asOf: string) => ({
    ...{ id, text: `${id} is so.`, status: 'confirmed' as const, topics: [topic], importance: 3 },
    sources: [`on-${asOf}`],
  });
  const input = {
    ...{ id: 'b', title: 'B', asOf: '2026-03-02', bottomLine: 'It is shut.' },
    sources: Object.fromEntries(
      ['01', '02', '03'].map((month) => [
        `on-${month}`,
        { title: month, publisher: 'P', issued: `2026-${month}` },
      ]),
    ),
    claims: [
      ...['lead-a', 'lead-b', 'lead-c'].map((id) => ({ ...claim(id, 'lead', '01'), importance: 5 })),
      claim('late', 'one', '03'),
      claim('early', 'two', '01'),
      claim('middle', 'one', '02'),
    ],
    quotes: [
      {
        id: 'said',
        text: 'It is shut.',
        speaker: 'Ana Ruiz',
        topics: ['two'],
        date: '2026-02-10',
        status: 'confirmed',
      },
    ],
    events: [{ id: 'fault', date: '2026-01-01', text: 'It breaks.' }],
  };
  const analyst = audiences.find(({ id }) => id === 'analyst');
  const shown = (more: object, profile: Partial<Audience> = {}) => {
    if (!analyst) throw new Error('there is no analyst');
    const full = familyFor(briefSchema.parse({ ...input, ...more }), { ...analyst, ...profile }).at(-1);
    return full?.plan.slides
      .filter(({ kind }) => kind !== 'title' && kind !== 'bottom-line')
      .map(({ items }) => items.map(({ id }) => id).join(' '));
  };

  it('puts quotes first, a topic last, and leaves the rest as the audience has it', () => {
    expect(shown({})).toEqual(['late middle', 'early', 'said', 'fault']);
    expect(shown({ order: ['quote'] })).toEqual(['said', 'late middle', 'early', 'fault']);
    expect(shown({ order: ['timeline', 'topic:two'] })).toEqual(['fault', 'early', 'said', 'late middle']);
  });

  it('of an audience leaves out what has no place', () => {
    expect(shown({}, { order: ['timeline', 'quote'] })).toEqual(['fault', 'said']);
    expect(shown({ order: ['people', 'story'] }, { order: ['timeline', 'quote'] })).toEqual([
      'fault',
      'said',
    ]);
  });

  it('tells the story by time, or as the file has it', () => {
    expect(shown({ sort: 'time' })).toEqual(['early', 'said', 'middle late', 'fault']);
    expect(shown({ sort: 'file' })).toEqual(['late early middle', 'said', 'fault']);
    expect(shown({}, { sort: 'file' })).toEqual(['late early middle', 'said', 'fault']);
  });

  it('names a place that there is not with all there are', () => {
    const { error } = briefSchema.safeParse({ ...input, order: ['quotes'] });
    expect(error?.issues[0]?.message).toMatch(
      /is no place in a deck: a part \(story.*type of item \(claim.*topic/,
    );
    expect(
      itemsOf(visibleTo(loadedOf(briefSchema.parse(input)), { id: 'x', highest: 'TLP:RED' }).brief),
    ).not.toEqual([]);
  });
});
