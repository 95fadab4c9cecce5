/** Markdown and MDX: front matter for what the article is, and its text without markup, code, pictures and components. */
import { parse } from 'yaml';
import { withoutBlocks } from '../../unpack/blocks.js';
import { parsePage } from './dom.js';
import { type Content, refuse, type SourceKind, textOf } from './kind.js';
import { textOfMarkup } from './markup.js';
import { each, member, metadata, name } from './metadata.js';

export const markdown: SourceKind = {
  extensions: ['md', 'markdown', 'mdx'],
  isText: true,
  isIn: ({ text }) => text !== undefined && /^---\r?\n[\s\S]{0,4000}?\n---\r?\n/.test(text),
  read: async (content) => {
    const { matter, body } = parts(content);
    const isMdx = content.extension === 'mdx';
    const rendered = await toHtml(isMdx ? withoutComponents(body) : body, isMdx);
    const found = textOfMarkup((await parsePage(rendered, content.file)).body);
    const [heading] = found.headings;
    return {
      ...found,
      ...metadata({
        title:
          name(member(matter, 'title'), member(matter, 'headline'), member(matter, 'name')) ??
          (heading?.start === 0 ? found.text.slice(0, heading.end) : undefined),
        byline: each(member(matter, 'author') ?? member(matter, 'authors') ?? member(matter, 'byline'))
          .flatMap((author) => name(author, member(author, 'name')) ?? [])
          .join(', '),
        publisher: name(member(matter, 'publisher'), member(matter, 'site')),
        date: ['date', 'pubDate', 'published', 'publishDate']
          .map((key) => member(matter, key))
          .find((value) => value !== undefined),
        url: [member(matter, 'url'), member(matter, 'canonical'), member(matter, 'source')].find((value) =>
          /^https?:/.test(String(value)),
        ),
        language: member(matter, 'lang') ?? member(matter, 'language'),
      }),
    };
  },
};

/** Front matter as data, and what follows it. */
function parts(content: Content): { matter: unknown; body: string } {
  const text = textOf(content).replace(/\r\n?/g, '\n');
  const [whole, matter] = /^---\n([\s\S]*?)\n---(?:\n|$)/.exec(text) ?? [];
  if (whole === undefined || matter === undefined) return { matter: undefined, body: text };
  try {
    return { matter: parse(matter), body: text.slice(whole.length) };
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw refuse(
      content.file,
      'front-matter',
      `has front matter that is no valid YAML: ${reason}`,
      'Correct the lines between the two lines of "---", or remove them.',
    );
  }
}

/** Marp's parser of Markdown (CommonMark with tables). Indented lines are no code in MDX. */
async function toHtml(text: string, isMdx: boolean): Promise<string> {
  const { Marp } = await import('@marp-team/marp-core');
  const { markdown } = new Marp({
    html: true,
    inlineSVG: false,
    math: false,
    script: false,
    slug: false,
    emoji: { shortcode: false, unicode: false },
    markdown: { breaks: false, linkify: false },
  });
  if (isMdx) markdown.disable('code');
  // An empty line, or a rule at the start would be taken for front matter.
  return markdown.render(`\n${withoutShortcodes(text)}`);
}

/** Without what site generators fill in, and without the marks of footnotes. */
function withoutShortcodes(text: string): string {
  return text
    .replace(/\{\{[<%][^{}]{0,2000}[>%]\}\}/g, '')
    .replace(/^\[\^[\w-]{1,40}\]:.*$/gm, '')
    .replace(/\[\^[\w-]{1,40}\]/g, '');
}

const ATTRIBUTES = `(?:[^<>{}"']|"[^"<]{0,500}"|'[^'<]{0,500}'|\\{(?:[^{}<]|\\{[^{}<]{0,500}\\}){0,500}\\}){0,500}`;
const FIGURE = /<(Figure|Image|Caption|Video|Embed)\b/;
const COMPONENT = new RegExp(`</?[A-Z][\\w.]{0,60}${ATTRIBUTES}>`, 'g');

/** MDX as Markdown: components leave their text, those of pictures nothing; lines are not indented by their nesting. */
function withoutComponents(text: string): string {
  return withoutBlocks(text, FIGURE, ([, tag = '']) => `</${tag}>`, '\n\n')
    .replace(COMPONENT, '\n\n')
    .replace(/^(?:import|export)\s.*$/gm, '')
    .replace(/\{\/\*[^{}]{0,2000}\*\/\}/g, '')
    .replace(/^[ \t]+/gm, '');
}
