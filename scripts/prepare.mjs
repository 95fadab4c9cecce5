/**
 * Runs once after compiling. Writes into `dist/` what briefdeck needs of packages that are not installed with it: the
 * fonts of the built-in themes, the letters that every deck has of each, and the page of Marp's presenter template,
 * which marp-cli offers only as the result of a conversion. Writes the JSON Schema for editors as well.
 */
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { marpCli } from '@marp-team/marp-cli';
import { briefJsonSchema } from '../dist/load/schema.js';
import { loadTemplates, namesIn } from '../dist/load/templates.js';
import { SLOT } from '../dist/render/document.js';
import {
  commonIn,
  FONTS,
  makeSubset,
  PREPARED,
  readFontFaces,
  SCRIPT_STYLESHEETS,
} from '../dist/render/fonts.js';
import { readTheme } from '../dist/render/theme.js';

const dist = new URL('../dist/', import.meta.url);
const require = createRequire(import.meta.url);

await writeFile(new URL('brief.schema.json', dist), `${JSON.stringify(briefJsonSchema(), null, 2)}\n`);

await rm(FONTS, { recursive: true, force: true });
await mkdir(PREPARED, { recursive: true });
const templates = await loadTemplates();
const named = namesIn(templates, 'themes', '.css').flatMap((name) => readTheme(templates, name).fonts);
const stylesheets = [...new Set(named)];
await Promise.all([...stylesheets, ...SCRIPT_STYLESHEETS].map(copyFont));
for (const face of readFontFaces(stylesheets)) {
  const common = commonIn(face);
  if (common.includes('e'))
    await writeFile(new URL(path.basename(face.file), PREPARED), await makeSubset(face, common));
}

/** Copies a stylesheet of a font package, the WOFF2 files that it names, and the licence. */
async function copyFont(stylesheet) {
  const from = path.dirname(require.resolve(stylesheet));
  const to = path.dirname(fileURLToPath(new URL(stylesheet, FONTS)));
  const css = await readFile(path.join(from, path.basename(stylesheet)), 'utf8');
  const files = [...css.matchAll(/url\(\.\/(files\/[^)]+\.woff2)\)/g)].map(([, file]) => file);
  if (files.length === 0) throw new Error(`${stylesheet} names no WOFF2 files`);
  await mkdir(path.join(to, 'files'), { recursive: true });
  for (const name of [path.basename(stylesheet), 'LICENSE', ...files])
    await copyFile(path.join(from, name), path.join(to, name));
}

const folder = await mkdtemp(path.join(tmpdir(), 'briefdeck-'));
try {
  const source = path.join(folder, 'deck.md');
  const page = path.join(folder, 'deck.html');
  const config = path.join(folder, 'marp.config.mjs');
  const core = import.meta.resolve('@marp-team/marp-core');
  await writeFile(source, '# Deck');
  // An engine that leaves a mark where a deck's slides, styles and notes go.
  await writeFile(
    config,
    `import { Marp } from ${JSON.stringify(core)};
class Slots extends Marp {
  render() {
    return { html: '${SLOT.html}', css: '${SLOT.css}', comments: [['${SLOT.note}']] };
  }
}
export default { engine: (options) => new Slots(options) };
`,
  );
  const code = await marpCli([source, '-o', page, '-c', config]);
  const html = await readFile(page, 'utf8');
  const missing = Object.values(SLOT).filter((slot) => !html.includes(slot));
  if (code !== 0 || missing.length > 0) throw new Error(`Marp's page has no place for ${missing.join(', ')}`);
  const note = new RegExp(`<div class="bespoke-marp-note"[^>]*>\\s*<p>${SLOT.note}</p>\\s*</div>`);
  if (!note.test(html)) throw new Error("Marp's page has its notes in another place");
  await writeFile(new URL('bespoke.html', dist), html.replace(note, SLOT.note));
  const licence = path.join(path.dirname(require.resolve('@marp-team/marp-cli/package.json')), 'LICENSE');
  await copyFile(licence, new URL('bespoke.LICENSE.txt', dist));
} finally {
  await rm(folder, { recursive: true, force: true });
}
