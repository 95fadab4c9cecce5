/** `docs/recipes.md`: each recipe is called as it is written, and shows what it says. */
import { cpSync, readFileSync } from 'node:fs';
import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { call } from '../cli/call.js';
import { folderOf } from '../load/folder-of.js';

const docs = readFileSync('docs/recipes.md', 'utf8');
const SAMPLE = 'data/harbour-bridge';

const recipes = [...docs.matchAll(/^### \d+\. (.+)\n([\s\S]*?)(?=^### |$(?![\s\S]))/gm)].map(
  ([, title = '', body = '']) => ({
    title,
    files: [...body.matchAll(/^`([\w./-]+)`\n\n```yaml\n([\s\S]*?)^```$/gm)].map(
      ([, name = '', text = '']) => ({ name, text }),
    ),
    command: /^npx briefdeck (.+)$/m.exec(body)?.[1]?.split(' ') ?? [],
    shows: [...body.matchAll(/^Shows: `(.+)`$/gm)].map(([, text = '']) => text),
  }),
);

const folded = (text: string) => text.replace(/\s+/g, ' ');

describe('the recipes', () => {
  it('are eleven', () => {
    expect(recipes).toHaveLength(11);
  });

  it.each(recipes)('$title', async ({ files, command, shows }) => {
    expect(shows).not.toEqual([]);
    const folder = await folderOf({});
    cpSync(SAMPLE, path.join(folder, SAMPLE), { recursive: true });
    for (const { name, text } of files) {
      if (name === 'brief.yaml') await appendFile(path.join(folder, SAMPLE, name), `\n${text}`);
      else {
        await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
        await writeFile(path.join(folder, name), text);
      }
    }
    const inFolder = command.map((part) =>
      part === SAMPLE || part === 'templates' ? path.join(folder, part) : part,
    );
    const { out, err } = await call(...inFolder);
    for (const text of shows) expect(folded(out + err)).toContain(text);
  });
});
