/** A session gives what a fresh build gives, after any edits, and does nothing twice. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BriefError } from '../../src/core/problem.js';
import { Memory } from '../../src/pipeline/memory.js';
import { Resources } from '../../src/pipeline/resources.js';
import { type Session, sessionWith } from '../../src/pipeline/session.js';
import { folderOf } from '../load/folder-of.js';

const resources = new Resources({});
const session = sessionWith(resources);
beforeAll(() => resources.pool.warm());
afterAll(() => session.close());

const BRIEF = `id: b
title: The bridge
asOf: 2026-03-02
bottomLine: The bridge is shut, and {cost} a day is lost.
sources:
  notice: { title: Notice 14, publisher: Port, issued: 2026-02-28, grade: A1 }
measures:
  cost: { value: 1200000, unit: EUR, status: estimated, attribution: the hauliers, sources: [notice] }
claims:
  - { id: closed, text: Both decks are closed., status: confirmed, sources: [notice], importance: 5 }
  - { id: ferry, text: The ferry takes a third., status: reported, attribution: the port, sources: [notice] }
quotes:
  - { id: engineer, text: Not a day early., speaker: Ana Ruiz, date: 2026-02-28, sources: [notice] }
charts:
  - id: lorries
    headline: Lorries wait longer
    kind: line
    unit: lorries
    csv: { file: lorries.csv, x: day, y: waiting }
    sources: [notice]
`;
const CSV = 'day,waiting\n2026-02-27,10\n2026-02-28,40\n2026-03-01,60\n';
const FILES = { 'brief.yaml': BRIEF, 'lorries.csv': CSV, 'templates/words.txt': '' };
const OFF = ['no-source-number=off', 'evidence-missing=off'];

const choiceOf = (folder: string) => ({
  briefs: [folder],
  audiences: ['public'],
  lengths: ['standard'],
  templates: path.join(folder, 'templates'),
  rules: OFF,
});

/** One edit of a file of the project: a text that stands for another. */
interface Edit {
  file: string;
  from: RegExp;
  to: string;
}

const QUOTE = await readFile('templates/slides/quote.md.hbs', 'utf8');
const FERRY = /\n {2}- \{ id: ferry.*/;

const edits: readonly Edit[] = [
  { file: 'brief.yaml', from: /is shut|stays shut/, to: 'stays shut' },
  { file: 'brief.yaml', from: /Not a day \w+/, to: 'Not a day łate' },
  { file: 'brief.yaml', from: /value: \d+/, to: 'value: 1300000' },
  {
    file: 'brief.yaml',
    from: /claims:\n(?! *- \{ id: new)/,
    to: 'claims:\n  - { id: new, text: A new one., status: confirmed, sources: [notice] }\n',
  },
  { file: 'brief.yaml', from: FERRY, to: '' },
  { file: 'brief.yaml', from: /importance: 5/, to: 'importance: 2' },
  { file: 'lorries.csv', from: /,\d+\n$/, to: ',90\n' },
  {
    file: 'templates/themes/plain-dark.css',
    from: /^[\s\S]*$/,
    to: "@import 'plain';\nsection h1 { color: #102030 }\n",
  },
  { file: 'templates/slides/quote.md.hbs', from: /^[\s\S]*$/, to: `${QUOTE}\n\nSaid on the day.\n` },
  {
    file: 'templates/audiences/public.yaml',
    from: /^[\s\S]*$/,
    to: 'extends: executive\nname: All\nhighest: TLP:CLEAR\n',
  },
];

async function edit(folder: string, { file, from, to }: Edit): Promise<void> {
  const name = path.join(folder, file);
  const before = await readFile(name, 'utf8').catch(() => '');
  await mkdir(path.dirname(name), { recursive: true });
  await writeFile(
    name,
    before.replace(from, () => to),
  );
}

/** Decks of an update, without what says that they are new. */
async function shownBy(one: Session, folder: string): Promise<unknown> {
  try {
    const { decks, warnings } = await one.update(choiceOf(folder));
    return JSON.stringify({
      warnings,
      decks: decks.map((deck) => ({ ...deck, slides: deck.slides.map(({ isNew: _, ...slide }) => slide) })),
    });
  } catch (error) {
    if (error instanceof BriefError) return error.problems;
    throw error;
  }
}

async function filesIn(folder: string): Promise<Map<string, string>> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const read = names.sort().map(async (name) => {
    return [path.relative(folder, name), (await readFile(name)).toString('latin1')] as const;
  });
  return new Map(await Promise.all(read));
}

/** A session that knows nothing yet, with the same browser. */
const fresh = () => sessionWith({ ...resources, memory: new Memory(), close: async () => undefined });

describe('a session', () => {
  it('shows after any edits what a fresh one shows', async () => {
    const sequences = fc.array(fc.constantFrom(...edits), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(sequences, async (sequence) => {
        const folder = await folderOf(FILES);
        await session.update(choiceOf(folder));
        for (const one of sequence) {
          await edit(folder, one);
          const shown = await shownBy(session, folder);
          expect(shown).toContain('"slides"');
          expect(shown).toEqual(await shownBy(fresh(), folder));
        }
      }),
      { numRuns: 6 },
    );
  });

  it('builds after an edit the bytes that a fresh one builds', async () => {
    const folder = await folderOf(FILES);
    const [one, other] = [await folderOf(), await folderOf()];
    await session.update(choiceOf(folder));
    for (const change of edits) await edit(folder, change);
    await session.build({ ...choiceOf(folder), out: one });
    await fresh().build({ ...choiceOf(folder), out: other });
    const built = await filesIn(one);
    expect([...built.keys()]).toContain('b/public-standard.pdf');
    expect(built).toEqual(await filesIn(other));
  });

  it('renders and measures nothing where nothing changed, and one slide where one did', async () => {
    const folder = await folderOf(FILES);
    const { memory } = resources;
    const made = () => [memory.slides.made, memory.inspections.made, memory.charts.made];
    await session.update(choiceOf(folder));
    const before = made();
    const { decks } = await session.update(choiceOf(folder));
    expect(made()).toEqual(before);
    expect(decks.flatMap((deck) => deck.slides.filter(({ isNew }) => isNew))).toEqual([]);
    await writeFile(
      path.join(folder, 'brief.yaml'),
      BRIEF.replace('Not a day early', 'Not a day before May'),
    );
    const after = await session.update(choiceOf(folder));
    const isNew = after.decks.flatMap((deck) => deck.slides.filter((slide) => slide.isNew));
    expect(isNew.map(({ items }) => items)).toEqual([['engineer']]);
    expect(made()).toEqual(before.map((count, i) => (i < 2 ? count + 1 : count)));
  });

  it('shows text that is not saved, and the file again when it is given up', async () => {
    const folder = await folderOf(FILES);
    const file = path.join(folder, 'brief.yaml');
    const text = BRIEF.replace('Both decks are closed', 'Neither deck is open');
    const htmlOf = async (change?: { file: string; text?: string }) =>
      JSON.stringify((await session.update(choiceOf(folder), change)).decks);
    expect(await htmlOf({ file, text })).toContain('Neither deck is open');
    expect(await htmlOf()).toContain('Neither deck is open');
    expect(await htmlOf({ file })).toContain('Both decks are closed');
  });

  it('goes on after a brief that cannot be read', async () => {
    const folder = await folderOf(FILES);
    const file = path.join(folder, 'brief.yaml');
    await expect(session.update(choiceOf(folder), { file, text: 'id: [' })).rejects.toBeInstanceOf(
      BriefError,
    );
    expect((await session.update(choiceOf(folder), { file })).decks).toHaveLength(1);
  });
});
