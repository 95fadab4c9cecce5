/** `docs/languages.md`: its brief is one, in both of its languages, and its numbers are said as it says. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { inDeckLanguage, loadBrief } from '../../src/load/load.js';
import { readLocale } from '../../src/load/profiles.js';
import { loadTemplates } from '../../src/load/templates.js';
import { checkBrief } from '../../src/rules/brief/check.js';
import { toWords } from '../../src/words/texts.js';
import { folderOf } from '../load/folder-of.js';

const docs = await readFile(new URL('../../docs/languages.md', import.meta.url), 'utf8');
const brief = /```yaml\n(id: [\s\S]*?)```/.exec(docs)?.[1] ?? '';

it.each(['en', 'ko'])('its brief falls short of no rule in %s', async (language) => {
  const loaded = await loadBrief(path.join(await folderOf({ 'brief.yaml': brief }), 'brief.yaml'));
  const spoken = inDeckLanguage(loaded, language);
  expect(spoken.brief.language).toBe(language);
  expect(checkBrief(spoken).findings).toEqual([]);
});

it('says its number as the page says', async () => {
  const loaded = await loadBrief(path.join(await folderOf({ 'brief.yaml': brief }), 'brief.yaml'));
  const templates = await loadTemplates();
  for (const language of ['en', 'ko', 'uk']) {
    const locale = readLocale(templates, language);
    const { measures } = loaded.brief;
    const words = toWords('x {vehicles}', { measures, locale, spellOut: {}, replace: {} }).slice(2);
    expect(docs.replace(/\s+/g, ' ')).toContain(`\`${words.replace(/\s/g, ' ')}\``);
  }
});
