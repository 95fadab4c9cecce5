/**
 * Sorts test files into kinds by what they import, directly or through others: a file that starts a browser or another
 * program is of the kind `browser`, one that installs the package of the kind `package`, and every other one is quick.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export type Kind = 'unit' | 'browser' | 'package';

const IMPORT = /^(?:import|export)\s+(?!type\b)(?:[^;]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm;

/** What only slow files import: what starts programs, and what every start of a browser needs. */
const SLOW = ['node:child_process', path.normalize('src/browser/unpack.ts')];

/** The test files of a kind. */
export function testFiles(kind: Kind): string[] {
  const files = readdirSync('tests', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.test.ts'),
  );
  return files.map((file) => path.join('tests', file)).filter((file) => kindOf(file) === kind);
}

function kindOf(file: string): Kind {
  if (path.dirname(file) === path.normalize('tests/package')) return 'package';
  const modules = modulesOf(file);
  return SLOW.some((name) => modules.has(name)) ? 'browser' : 'unit';
}

/** The modules that a file imports, and itself. */
function modulesOf(file: string, known = new Set<string>()): Set<string> {
  if (known.has(file)) return known;
  known.add(file);
  for (const [, inStatement, inCall] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
    const name = inStatement ?? inCall ?? '';
    const module = path.join(path.dirname(file), name.replace(/\.js$/, '.ts'));
    if (!name.startsWith('.')) known.add(name);
    else if (existsSync(module)) modulesOf(module, known);
  }
  return known;
}
