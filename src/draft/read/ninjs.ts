/** IPTC ninjs 2 and 3: an item of a news agency in JSON. */
import { textFrom } from './blocks.js';
import { parsePage } from './dom.js';
import { type Article, refuse, type SourceKind } from './kind.js';
import { textOfMarkup } from './markup.js';
import { each, member, metadata, name } from './metadata.js';
import { blocksIn } from './plain.js';

export const ninjs: SourceKind = {
  extensions: [],
  isIn: ({ data }) =>
    String(member(member(data, 'standard'), 'name')).toLowerCase() === 'ninjs' ||
    (typeof member(data, 'uri') === 'string' && Array.isArray(member(data, 'bodies'))),
  read: async ({ file, data }) => {
    const headline = main(each(member(data, 'headlines')));
    const sources = each(member(data, 'infosources'));
    return {
      ...(await bodyOf(data, file)),
      ...metadata({
        title: name(member(headline, 'value'), member(data, 'title')),
        byline: name(member(data, 'by'), member(data, 'byline')),
        publisher: name(member(sources[0], 'name'), member(data, 'copyrightholder')),
        date: ['contentcreated', 'firstcreated', 'versioncreated']
          .map((key) => member(data, key))
          .find((value) => value !== undefined),
        url: member(data, 'uri'),
        language: member(data, 'language'),
      }),
    };
  },
};

/** The entry for the main text, else the first. */
function main(entries: readonly unknown[]): unknown {
  return entries.find((entry) => /^main$/i.test(String(member(entry, 'role')))) ?? entries[0];
}

async function bodyOf(data: unknown, file: string): Promise<Pick<Article, 'text' | 'headings' | 'tables'>> {
  const bodies = each(member(data, 'bodies'));
  const body = main(bodies.filter((entry) => typeof member(entry, 'value') === 'string'));
  const text = member(body, 'value');
  if (typeof text !== 'string' || text.trim() === '')
    throw refuse(
      file,
      'no-text',
      'is a ninjs item without a text in "bodies"',
      'Give an item of the type "text".',
    );
  const type = String(member(body, 'contenttype') ?? member(body, 'contentType') ?? '');
  const isMarkup = /html|xml|nitf/i.test(type) || (type === '' && /^\s*<\w/.test(text));
  return isMarkup
    ? textOfMarkup((await parsePage(text, file)).body)
    : { ...textFrom(blocksIn(text)), tables: [] };
}
