/** A page of GOV.UK as its content API gives it: HTML in `details.body`. */
import { parsePage } from './dom.js';
import type { SourceKind } from './kind.js';
import { textOfMarkup } from './markup.js';
import { each, member, metadata } from './metadata.js';

const bodyOf = (data: unknown) => member(member(data, 'details'), 'body');

export const govuk: SourceKind = {
  extensions: [],
  isIn: ({ data }) => typeof member(data, 'base_path') === 'string' && typeof bodyOf(data) === 'string',
  read: async ({ file, data }) => {
    const links = member(data, 'links');
    const [owner] = [
      ...each(member(links, 'primary_publishing_organisation')),
      ...each(member(links, 'organisations')),
    ];
    return {
      ...textOfMarkup((await parsePage(String(bodyOf(data)), file)).body),
      ...metadata({
        title: member(data, 'title'),
        byline: undefined,
        publisher: member(owner, 'title'),
        date: member(data, 'first_published_at') ?? member(data, 'public_updated_at'),
        url: `https://www.gov.uk${String(member(data, 'base_path'))}`,
        language: member(data, 'locale'),
      }),
    };
  },
};
