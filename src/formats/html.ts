/** HTML: the deck to present from, and for the speaker with notes and presenter view. */
import { presentable } from '../render/document.js';
import { talkScript } from '../render/presenter-view.js';
import { comments } from '../rules/deck/note-leak.js';
import { loadsNothing } from '../rules/deck/offline.js';
import { textOf, unpackText } from '../unpack/unpack.js';
import type { DeckToMake, Format, MakeTools } from './format.js';

export const html: Format<string> = {
  id: 'html',
  extension: 'html',
  editions: ['audience', 'speaker'],
  isDefault: true,
  isChecked: true,
  async make(deck, edition, tools) {
    const bytes = edition === 'speaker' ? await speakerPage(deck, tools) : presentable(deck.rendered);
    return [{ bytes }];
  },
  read: async (bytes) => textOf(bytes),
  unpack: unpackText,
  checks: [comments, loadsNothing],
};

/** What only the speaker reads has its letters in the fonts of the file as well. */
async function speakerPage({ deck, locale, rendered }: DeckToMake, { renderer }: MakeTools): Promise<string> {
  const notes = renderer.notes(deck, locale);
  const talk = { seconds: deck.slides.map((slide) => slide.seconds), words: locale.words };
  const fontCss = await renderer.fontCss(
    deck,
    [...rendered.slides, talkScript(talk), ...notes.flat()].join(''),
  );
  return presentable({ ...rendered, fontCss }, { notes, talk });
}
