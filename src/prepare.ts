/**
 * Runs once after compiling: writes the JSON Schema for editors, the letters that every deck has of each built-in
 * font, and the page of Marp's presenter template, which marp-cli offers only as the result of a conversion.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { marpCli } from '@marp-team/marp-cli';
import { briefJsonSchema } from './load/schema.js';
import { loadTemplates, namesIn } from './load/templates.js';
import { SLOT } from './render/document.js';
import { commonIn, makeSubset, PREPARED, readFontFaces } from './render/fonts.js';
import { readTheme } from './render/theme.js';

const dist = new URL('./', import.meta.url);

await writeFile(new URL('brief.schema.json', dist), `${JSON.stringify(briefJsonSchema(), null, 2)}\n`);

await mkdir(PREPARED, { recursive: true });
const templates = await loadTemplates();
const fonts = namesIn(templates, 'themes', '.css').flatMap((name) => readTheme(templates, name).fonts);
for (const face of readFontFaces([...new Set(fonts)])) {
  const common = commonIn(face);
  if (common.includes('e'))
    await writeFile(new URL(path.basename(face.file), PREPARED), await makeSubset(face, common));
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
} finally {
  await rm(folder, { recursive: true, force: true });
}
