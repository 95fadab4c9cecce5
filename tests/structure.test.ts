/** The structure that CONTRIBUTING describes: imports lead one way, files are small, the root has one file. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = path.resolve('src');

interface SourceFile {
  name: string;
  lines: number;
  /** Names of the files that it imports, types included. */
  imports: readonly string[];
}

async function sourceFiles(): Promise<SourceFile[]> {
  const entries = await readdir(SRC, { recursive: true });
  const names = entries
    .filter((name) => /(?<!\.d)\.ts$/.test(name))
    .map((name) => name.split(path.sep).join('/'));
  return Promise.all(
    names.sort().map(async (name) => {
      const text = await readFile(path.join(SRC, name), 'utf8');
      const imports = [...text.matchAll(/(?:from|import\()\s*'(\.{1,2}\/[^']+)\.js'/g)].map(([, to = '']) =>
        path.posix.join(path.posix.dirname(name), `${to}.ts`),
      );
      return { name, lines: text.split('\n').length - 1, imports };
    }),
  );
}

/** Files that lead back to themselves, as `a.ts > b.ts > a.ts`. */
function cyclesIn(files: readonly Pick<SourceFile, 'name' | 'imports'>[]): string[] {
  const importsOf = new Map(files.map(({ name, imports }) => [name, imports]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (name: string, above: readonly string[]) => {
    const start = above.indexOf(name);
    if (start >= 0) cycles.push([...above.slice(start), name].join(' > '));
    if (start >= 0 || done.has(name)) return;
    for (const next of importsOf.get(name) ?? []) visit(next, [...above, name]);
    done.add(name);
  };
  for (const { name } of files) visit(name, []);
  return cycles;
}

const files = await sourceFiles();

describe('the source files', () => {
  it('import each other in no circle, types included', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(files.flatMap(({ imports }) => imports).length).toBeGreaterThan(400);
    expect(cyclesIn(files)).toEqual([]);
  });

  it('would be found in a circle', () => {
    const circle = [
      { name: 'a.ts', imports: ['b.ts'] },
      { name: 'b.ts', imports: ['c.ts', 'd.ts'] },
      { name: 'c.ts', imports: [] },
      { name: 'd.ts', imports: ['a.ts'] },
    ];
    expect(cyclesIn(circle)).toEqual(['a.ts > b.ts > d.ts > a.ts']);
  });

  it('import what is bundled through src/vendor only', async () => {
    const bundled =
      /^import (?!type ).*'(?:colorjs\.io|puppeteer-core|pdfjs-dist.*|chartjs-node-canvas|chart\.js)'/m;
    for (const { name } of files.filter((file) => !file.name.startsWith('vendor/')))
      expect(await readFile(path.join(SRC, name), 'utf8'), name).not.toMatch(bundled);
  });

  it('are the library and the program at the root, and nothing else', () => {
    expect(files.map(({ name }) => name).filter((name) => !name.includes('/'))).toEqual([
      'cli.ts',
      'index.ts',
    ]);
  });

  it('have 300 lines at most, and half of them under 110', () => {
    expect(files.filter(({ lines }) => lines > 300).map(({ name }) => name)).toEqual([]);
    const lines = files.map((file) => file.lines).sort((a, b) => a - b);
    expect(lines[lines.length >> 1]).toBeLessThan(110);
  });
});
