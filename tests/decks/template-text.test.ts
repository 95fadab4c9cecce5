/** What templates say by themselves, in a build of HTML alone: no other format is there to find it. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

import { folderOf } from '../load/folder-of.js';
import { sharedSession } from './browser.js';

const { build } = sharedSession();

const BRIEF = `id: b
title: The bridge
asOf: 2026-03-02
bottomLine: The bridge stays shut.
sources: { notice: { title: Notice, publisher: Port } }
claims: [{ id: closed, text: The decks are closed., status: confirmed, sources: [notice], importance: 5 }]
`;

/** What is found in a deck with a template of its own. */
async function found(name: string, change: (text: string) => string) {
  const before = await readFile(path.join('templates', name), 'utf8');
  const after = change(before);
  const folder = await folderOf({ 'brief.yaml': BRIEF, [`templates/${name}`]: after });
  const { warnings } = await build({
    briefs: [path.join(folder, 'brief.yaml')],
    templates: path.join(folder, 'templates'),
    out: path.join(folder, 'out'),
    audiences: ['public'],
    lengths: ['short'],
    formats: ['html'],
    editions: ['audience'],
  });
  return warnings.map(({ code, message }) => [code, message]);
}

describe('a template', () => {
  it('adds no slide without a marking', async () => {
    await expect(found('deck.md.hbs', (text) => `${text}\n---\n\n# Send 400 people\n`)).rejects.toThrow(
      /slide \d+, html: the slide "Send 400 people" comes from nothing in the brief.*\[marking-missing\]/,
    );
  });

  it('is told what it says by itself', async () => {
    expect(await found('slides/title.md.hbs', (text) => `${text}\n\nSend everybody home.\n`)).toEqual([
      ['foreign-text', '"Send everybody home." comes from nothing in the brief: "send"'],
    ]);
    await expect(found('slides/title.md.hbs', (text) => `${text}\n\nSend 400 people.\n`)).rejects.toThrow(
      /the number 400 comes from nothing in the brief \[stray-number\]/,
    );
  });

  it('may have a label, and what the brief says in another order', async () => {
    const change = (text: string) => `${text}\n\n<p>Port office</p>\n\n**As of** {{asOf}}: {{title}}\n`;
    expect(await found('slides/title.md.hbs', change)).toEqual([]);
  });
});
