/** Markdown: the deck as Marp for VS Code opens it, with its theme and charts inside. */
import { fitsInMarp } from '../rules/deck/standalone.js';
import { textOf, unpackText } from '../unpack/unpack.js';
import type { Format } from './format.js';

export const md: Format<string> = {
  id: 'md',
  extension: 'md',
  editions: ['audience', 'speaker'],
  isDefault: false,
  isChecked: true,
  async make({ deck, locale, markdown }, edition, { renderer }) {
    const text = edition === 'speaker' ? renderer.markdown(deck, locale, true) : markdown;
    return [{ bytes: renderer.portable(deck, text) }];
  },
  read: async (bytes) => textOf(bytes),
  unpack: unpackText,
  checks: [fitsInMarp],
};
