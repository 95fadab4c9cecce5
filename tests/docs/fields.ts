/** The fields that templates get, as Markdown, read from the types that the slides are composed in. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from '@babel/parser';
import { z } from 'zod';
import { SLIDE_KINDS } from '../../src/kinds/kinds.js';
import { inheritingSchema } from '../../src/load/audience-schema.js';
import { brandSchema } from '../../src/load/brand.js';

const FILES = [
  'src/compose/view.ts',
  ...readdirSync('src/slides').map((name) => `src/slides/${name}`),
  'src/charts/compose/chart.ts',
  'src/charts/compose/table.ts',
  'src/words/hedges.ts',
  'src/words/texts.ts',
];

/** Types of which templates see the fields, in the order in which a reader needs them. */
const SHARED = [
  'Row',
  'Hedge',
  'Lead',
  'JudgmentRow',
  'LeadRow',
  'EventRow',
  'ChartView',
  'KeyEntry',
  'ImageView',
  'Column',
  'TableView',
  'SourceLine',
];

interface Field {
  name: string;
  type: string;
  about: string;
}

interface Node {
  type: string;
  start?: number | null;
  end?: number | null;
  // biome-ignore lint/suspicious/noExplicitAny: a syntax tree is walked by its names
  [key: string]: any;
}

function membersOf(members: readonly Node[], source: string): Field[] {
  return members
    .filter((member) => member.type === 'TSPropertySignature')
    .map((member) => {
      const at: Node = member.typeAnnotation.typeAnnotation;
      const comments: string[] = (member.leadingComments ?? []).map((comment: { value: string }) =>
        comment.value
          .replace(/^\*/, '')
          .replace(/\s*\*\s/g, ' ')
          .trim(),
      );
      return {
        name: member.key.name,
        type: source
          .slice(at.start ?? 0, at.end ?? 0)
          .replace(/\s+/g, ' ')
          .replace(/\breadonly /g, ''),
        about: comments.at(-1) ?? '',
      };
    });
}

function declarationsOf(file: string): { source: string; nodes: Node[] } {
  const source = readFileSync(file, 'utf8');
  const { program } = parse(source, { sourceType: 'module', plugins: ['typescript'] });
  const nodes = (program.body as unknown as Node[]).map((node) => node.declaration ?? node);
  return { source, nodes };
}

function table(fields: readonly Field[]): string {
  const cell = (text: string) => text.replaceAll('|', '\\|');
  const rows = fields.map(({ name, type, about }) => {
    const absent = / \| undefined$/.test(type);
    const shown = type.replace(/^\| /, '').replace(/ \| undefined$/, '');
    return `| \`${name}\` | \`${cell(shown)}\`${absent ? ', may be absent' : ''} | ${cell(about)} |`;
  });
  return ['| field | what it is | |', '|---|---|---|', ...rows].join('\n');
}

interface JsonSchema {
  type?: string;
  enum?: readonly string[];
  items?: JsonSchema;
  anyOf?: readonly JsonSchema[];
  description?: string;
  properties?: Readonly<Record<string, JsonSchema>>;
  required?: readonly string[];
}

/** What people may write into a field: `list of story, timeline`, `text or group`. */
function kindOf({ type, enum: words, items, anyOf }: JsonSchema): string {
  if (anyOf) return anyOf.map(kindOf).join(' or ');
  if (words) return words.join(', ');
  if (items) return `list of: ${kindOf(items)}`;
  return { string: 'text', boolean: 'true or false', object: 'names and values' }[type ?? ''] ?? type ?? '';
}

/** The fields of a YAML file, from its schema. */
function fileTable(schema: z.ZodType): string {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
  }) as JsonSchema;
  const rows = Object.entries(properties).map(
    ([name, field]) =>
      `| \`${name}\` | ${kindOf(field)}${required.includes(name) ? ', required' : ''} | ${field.description ?? ''} |`,
  );
  return ['| field | what to write | |', '|---|---|---|', ...rows].join('\n');
}

/** Every slide kind and every type of its fields, and every field of a profile and of a brand. */
export function fieldsMarkdown(): string {
  const shared = new Map<string, { fields: Field[]; about: string; over: string | undefined }>();
  const kinds = new Map<string, Field[]>();
  let frame: Field[] = [];
  for (const { source, nodes } of FILES.map(declarationsOf)) {
    for (const node of nodes) {
      if (node.type === 'TSInterfaceDeclaration') {
        const fields = membersOf(node.body.body, source);
        const parent = node.extends?.[0];
        const over: string | undefined = parent && source.slice(parent.start, parent.end);
        const kind = /^Frame<'(.+)'>$/.exec(over ?? '')?.[1];
        if (kind !== undefined) kinds.set(kind, fields);
        else if (node.id.name === 'Frame') frame = fields;
        else shared.set(node.id.name, { fields, about: '', over });
      }
    }
  }
  return [
    '## An audience',
    '',
    '`audiences/<name>.yaml`. Without `extends`, `name` and `highest` are required.',
    '',
    fileTable(inheritingSchema),
    '',
    '## A brand',
    '',
    '`brand.yaml`. Its files stand beside it.',
    '',
    fileTable(brandSchema),
    '',
    '## Every slide',
    '',
    table(frame),
    '',
    'The deck is `@root.deck` (`draft` says that it is a [draft](drafts.md)), its words are `@root.words` (see `templates/locales/en.yaml`), and the house is',
    '`@root.brand` with `name`, `footer`, `logo` and `cover` (`src`, `alt`, `credit`), each of which may be absent.',
    '',
    '## The kinds of slide',
    '',
    ...SLIDE_KINDS.flatMap((kind) => [
      `### ${kind}`,
      '',
      `\`slides/${kind}.md.hbs\``,
      '',
      table(kinds.get(kind) ?? []),
      '',
    ]),
    '## What the fields are made of',
    '',
    ...SHARED.flatMap((name) => {
      const type = shared.get(name);
      if (!type) throw new Error(`there is no type ${name}`);
      const over = type.over ? [`All of \`${type.over}\`, and:`, ''] : [];
      return [`### ${name}`, '', ...over, table(type.fields), ''];
    }),
  ]
    .join('\n')
    .trim();
}
