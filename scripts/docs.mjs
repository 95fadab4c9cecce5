/** Writes the pages of docs/ that follow from the code: `npm run docs`; with `--check` it only compares them. */
import { readFile, writeFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { createProgram } from '../dist/cli/run.js';
import { briefJsonSchema } from '../dist/load/schema.js';

const MADE = '<!-- Made from the code by "npm run docs". -->';

/** A cell of a Markdown table. */
const cell = (text) => text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\n', ' ');

/** What a node of the schema takes, in a few words. */
function typeOf(node) {
  if (node.anyOf) {
    // A text may be given in several languages.
    const options = node.anyOf.filter((option) => option.propertyNames?.pattern === undefined);
    const types = [...new Set(options.map(typeOf))];
    return types.join() === 'text,whole number' ? 'date' : types.join(' or ');
  }
  if (node.enum)
    return node.enum
      .filter((value) => value !== 'TLP:WHITE')
      .map((value) => `\`${value}\``)
      .join(', ');
  if (node.const !== undefined) return `\`${node.const}\``;
  if (node.type === 'array') return node.prefixItems ? 'pair' : `list of ${typeOf(node.items ?? {})}`;
  if (node.type === 'object') return node.properties ? 'group' : 'entries by name';
  const names = { string: 'text', integer: 'whole number', number: 'number', boolean: 'true or false' };
  return names[node.type] ?? 'any';
}

function limitOf(node) {
  if (typeOf(node) === 'date') return '';
  const { maxLength, maxItems, minimum, maximum } = node.anyOf?.find((one) => one.type === 'string') ?? node;
  if (maxLength !== undefined && maxLength <= 100 && node.pattern === undefined)
    return ` At most ${maxLength} characters.`;
  if (maxItems !== undefined && maxItems < 20) return ` At most ${maxItems}.`;
  if (minimum !== undefined && maximum !== undefined && maximum < 1e6)
    return ` From ${minimum} to ${maximum}.`;
  return '';
}

/** The object that a node is, or that its entries or items are. */
function objectIn(node) {
  if (node?.properties) return node;
  for (const next of [node?.items, node?.additionalProperties, ...(node?.anyOf ?? [])]) {
    if (typeof next !== 'object') continue;
    const found = objectIn(next);
    if (found) return found;
  }
  return undefined;
}

function fieldTable(object) {
  const rows = Object.entries(object.properties).map(([name, node]) => {
    const isNeeded = object.required?.includes(name) && node.default === undefined;
    const fallback =
      node.default === undefined || typeof node.default === 'object' ? '' : ` Default: \`${node.default}\`.`;
    const about = `${node.description ?? ''}${limitOf(node)}${fallback}`.trim();
    return `| \`${name}\`${isNeeded ? ' *' : ''} | ${cell(typeOf(node))} | ${cell(about)} |`;
  });
  return ['| field | takes | |', '|---|---|---|', ...rows].join('\n');
}

/** Groups inside a part, such as the data of a chart, each with a table of its own. */
function innerTables(object, name, depth = 0) {
  return Object.entries(object.properties).flatMap(([field, node]) => {
    const inner = objectIn(node);
    if (!inner || field === 'sources' || depth > 3) return [];
    const path = `${name}.${field}`;
    return [`### ${path}`, fieldTable(inner), ...innerTables(inner, path, depth + 1)];
  });
}

function briefPage(schema, examples) {
  const parts = Object.entries(schema.properties).flatMap(([name, node]) => {
    const object = objectIn(node);
    if (!object) return [];
    const example = examples[name];
    return [
      `## ${name}`,
      [object.description, node.description].filter((text) => text).join(' '),
      ...(example === undefined ? [] : [`\`\`\`yaml\n${example.trimEnd()}\n\`\`\``]),
      fieldTable(object),
      ...innerTables(object, name),
    ];
  });
  return [
    '# What a brief holds',
    MADE,
    'A brief is one file, `brief.yaml` or `brief.json`, in a folder with its pictures, tables and archived texts. `*` marks what\nmust be there. Every text may be given in several languages: `{ en: …, ko: … }`. Sources are named by their ids, or as\n`{ id, evidence }` with the very words of the source. `briefdeck schema` prints the same as JSON Schema, for editors.',
    '## The brief itself',
    fieldTable({
      ...schema,
      properties: Object.fromEntries(
        Object.entries(schema.properties).filter(([name, node]) => !objectIn(node) || name === 'title'),
      ),
    }),
    ...parts.filter((part) => part !== ''),
  ]
    .join('\n\n')
    .concat('\n');
}

function cliPage(program) {
  const commands = program.commands.flatMap((command) => {
    const usage = `briefdeck ${command.name()} ${command.usage()}`;
    const args = command.registeredArguments
      .filter((argument) => argument.description)
      .map((argument) => `| \`${argument.name()}\` | ${cell(argument.description)} |`);
    const options = command.options.map(
      (option) =>
        `| \`${option.flags}\` | ${cell(option.description)}${option.defaultValue === undefined ? '' : `; default: \`${option.defaultValue}\``} |`,
    );
    return [
      `## ${command.name()}`,
      `${command.description()[0].toUpperCase()}${command.description().slice(1)}.`,
      `\`\`\`\n${usage}\n\`\`\``,
      ['| | |', '|---|---|', ...args, ...options].join('\n'),
    ];
  });
  return [
    '# The command line',
    MADE,
    'Lists are separated by commas, and `all` is every one. Results go to the standard output, everything else to the standard\nerror; `--json` makes results machine-readable. Settings for every call stand in `briefdeck.yaml` of the working folder.',
    '| exit code | |\n|---|---|\n| 0 | done |\n| 1 | a brief or a deck falls short: every problem is listed, with file and line |\n| 2 | wrong usage |\n| 3 | something on the machine is missing, or the disk refuses |\n| 130, 143 | stopped by Ctrl-C, or by SIGTERM: the earlier decks are as they were |',
    ...commands,
  ]
    .join('\n\n')
    .concat('\n');
}

const silent = { out: { write() {} }, err: { write() {} }, progress() {} };

/** Every page that is made, by its name below docs/. */
async function pages() {
  const text = await readFile(new URL('docs-examples.yaml', import.meta.url), 'utf8');
  const blocks = text.split(/^(?=[a-z]\w*:)/m).filter((block) => /^[a-z]\w*:/.test(block));
  const examples = Object.fromEntries(blocks.map((block) => [block.slice(0, block.indexOf(':')), block]));
  // An example that is no YAML helps nobody.
  parse(text);
  return {
    'brief.md': briefPage(briefJsonSchema(), examples),
    'cli.md': cliPage(await createProgram({ streams: silent, stop: undefined, exitWith() {} })),
  };
}

for (const [name, text] of Object.entries(await pages())) {
  const file = new URL(`../docs/${name}`, import.meta.url);
  if (!process.argv.includes('--check')) await writeFile(file, text);
  else if ((await readFile(file, 'utf8')) !== text) {
    console.error(`docs/${name} is not what the code says: npm run docs`);
    process.exitCode = 1;
  }
}
