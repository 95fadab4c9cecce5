/** Plans to decks: what is true of the slides of every brief (rules 2 to 5). */
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Deck, Row, Slide } from '../../src/compose/slide.js';
import { bottomLineMarking, itemsOf } from '../../src/items/items.js';
import type { Brief } from '../../src/load/schema.js';
import { highestMarking, type Marking, mayBeSeen } from '../../src/load/vocabulary.js';
import type { PlannedDeck } from '../../src/pipeline/family.js';
import { loadedOf, visibleOf } from '../loaded.js';
import { decksOf, type Family, forAllFamilies, locale } from './families.js';

const deckOf = ({ deck }: PlannedDeck) => deck;

function forAllDecks(check: (decks: Deck[], family: Family) => void): void {
  forAllFamilies((family) => check(family.decks.map(deckOf), family));
}

/** The rows of a slide, its headline first. */
function rowsOf(slide: Slide): Row[] {
  return [
    ...('headline' in slide ? [slide.headline] : []),
    ...('row' in slide ? [slide.row] : []),
    ...('rows' in slide ? slide.rows : []),
  ];
}

describe('a deck', () => {
  it('marks each slide with the highest marking of what is on it, and itself with that of its slides', () => {
    forAllDecks((decks, { brief: generated, whole, audience }) => {
      const { brief } = visibleOf(loadedOf(generated), audience.highest);
      const markings = new Map(itemsOf(brief).map((item) => [item.id, item.marking]));
      for (const { marking, slides } of decks) {
        for (const slide of slides.filter(({ kind }) => kind !== 'sources')) {
          const own =
            slide.kind === 'title' || slide.kind === 'bottom-line' ? [bottomLineMarking(whole)] : [];
          const items = slide.items.map((id) => markings.get(id) ?? 'TLP:RED');
          expect(slide.marking).toBe(highestMarking([...own, ...items]));
        }
        expect(marking).toBe(highestMarking(slides.map((slide) => slide.marking as Marking)));
      }
    });
  });

  it('says in the same words, with the same hedges and sources, what a shorter one says', () => {
    forAllDecks((decks) => {
      const said = new Map<string, unknown>();
      for (const row of decks.flatMap(({ slides }) => slides).flatMap(rowsOf)) {
        // A number that stands large on one slide may stand in the text on another; its words are the same.
        const { before = '', number = '', after = '' } = row.lead ?? {};
        const text = [before, number, after, row.text]
          .filter((part) => part !== '')
          .join(' ')
          .toLowerCase();
        const words = { text, hedges: row.hedges, marks: row.marks };
        expect(words).toEqual(said.get(row.id) ?? words);
        said.set(row.id, words);
      }
    });
  });

  it('hedges all that is not confirmed: how sure, who says so, what limits it', () => {
    forAllDecks((decks, { brief: generated }) => {
      const statements = [...generated.claims, ...generated.events, ...generated.quotes, ...generated.charts];
      for (const row of decks.flatMap(({ slides }) => slides).flatMap(rowsOf)) {
        const statement = statements.find(({ id }) => id === row.id);
        if (!statement) continue;
        const shown = row.hedges.map((hedge) => `${hedge.status} ${hedge.detail}`).join('\n');
        if (statement.status !== 'confirmed') expect(shown).toContain(locale.statuses[statement.status]);
        if (statement.attribution !== undefined) expect(shown).toContain(statement.attribution);
        if (statement.caveat !== undefined) expect(shown).toContain(statement.caveat);
      }
    });
  });

  it('numbers its slides, and tells when each ends', () => {
    forAllDecks((decks) => {
      for (const { slides, seconds } of decks) {
        expect(slides.map((slide) => slide.number)).toEqual(slides.map((_, i) => i + 1));
        let gone = 0;
        for (const slide of slides) {
          gone += slide.seconds;
          expect(slide.endsAt).toBe(slide.seconds === 0 ? 0 : gone);
        }
        expect(gone).toBe(seconds);
      }
    });
  });

  it('names at its end every source of its slides, by one number in every length', () => {
    forAllDecks((decks) => {
      const numbers = new Map<number, string>();
      for (const { slides } of decks) {
        const named = [...new Set(slides.flatMap((slide) => slide.foot.map((source) => source.n)))];
        const listed = slides.flatMap((slide) =>
          slide.kind === 'sources' ? slide.sources.map((s) => s.n) : [],
        );
        if (slides.length > 1) expect(listed).toEqual(named.sort((a, b) => a - b));
        for (const { n, label } of slides.flatMap((slide) => slide.foot)) {
          expect(numbers.get(n) ?? label).toBe(label);
          numbers.set(n, label);
        }
        for (const slide of slides) {
          const marks = rowsOf(slide).flatMap((row) => row.marks);
          expect(slide.foot.map((source) => source.n)).toEqual(expect.arrayContaining(marks));
        }
      }
    });
  });

  it('is the same, whether longer ones are made or not', () => {
    forAllFamilies(({ decks, brief: generated, audience }) => {
      const i = generated.claims.length % decks.length;
      const wanted = decks[i]?.plan.length.id ?? '';
      const alone = decksOf(generated, audience, new Set([wanted]));
      expect(alone).toHaveLength(i + 1);
      expect(alone.at(-1)?.deck).toEqual(decks[i]?.deck);
    });
  });

  it('is the same without what its audience may not see', () => {
    forAllDecks((decks, { brief: generated, whole, audience }) => {
      const seen = new Set(
        itemsOf(whole)
          .filter((item) => mayBeSeen(item.data.marking ?? 'TLP:RED', audience.highest))
          .map((item) => item.id),
      );
      const only = <T extends { id?: string | undefined }>(list: readonly T[]) =>
        list.filter((item) => item.id !== undefined && seen.has(item.id));
      const isOpen = (name: string) =>
        mayBeSeen(whole.measures[name]?.marking ?? 'TLP:RED', audience.highest);
      const open: Brief = {
        ...generated,
        claims: only(generated.claims),
        quotes: only(generated.quotes),
        events: only(generated.events),
        judgments: only(generated.judgments),
        indicators: only(generated.indicators),
        people: only(generated.people),
        charts: only(generated.charts),
        questions: only(generated.questions),
        rivals: only(generated.rivals)
          .map((rivals) => ({ ...rivals, measures: rivals.measures.filter(isOpen) }))
          .filter(({ measures }) => measures.length > 1),
      };
      const others = decksOf(open, audience).map(deckOf);
      // Told apart here, which is quick, and shown there.
      if (!isDeepStrictEqual(others, decks)) expect(others).toEqual(decks);
    });
  });
});
