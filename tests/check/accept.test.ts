/** Findings that a brief accepts: they stop nothing, they are on record, and they lapse. */
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { BriefError } from '../../src/core/problem.js';
import { loadBrief } from '../../src/load/load.js';
import { checkAcceptedRules } from '../../src/rules/acceptances.js';
import { checkBrief } from '../../src/rules/brief/check.js';
import { problemsOf } from '../../src/rules/findings.js';
import { visibleTo } from '../../src/visible/visible.js';
import { folderOf } from '../load/folder-of.js';

const brief = (accept: string, text = 'Only one deck is closed.') => `id: b
title: The bridge
asOf: 2026-03-02
bottomLine: It is shut.
sources: { notice: { title: Notice, publisher: Port } }
claims:
  - { id: closed, text: ${text}, status: confirmed, marking: TLP:AMBER, sources: [{ id: notice, evidence: one deck is closed }] }
${accept}`;
const accept = (of: string, rule = 'drift', item = 'closed') =>
  `accept: [{ rule: ${rule}, item: ${item}, why: The map says it., by: A. Ruiz${of} }]`;

const load = async (text: string) =>
  loadBrief(path.join(await folderOf({ 'brief.yaml': text }), 'brief.yaml'));

async function problemsIn(text: string) {
  const error: unknown = await load(text).catch((thrown: unknown) => thrown);
  return error instanceof BriefError ? error.problems : [];
}

/** What the brief is to be written with, as its problem says. */
async function fingerprint(text?: string): Promise<string> {
  const [problem] = await problemsIn(brief(accept(''), text));
  expect(problem).toMatchObject({ code: 'acceptance-open', line: 8 });
  return /of: (f[0-9a-f]{7})/.exec(problem?.hint ?? '')?.[1] ?? '';
}

const findingsIn = async (text: string) => {
  const loaded = await load(text);
  return problemsOf(checkBrief(loaded).findings, loaded, {}).map(({ code }) => code);
};

describe('an acceptance', () => {
  it('takes its finding away, and no other', async () => {
    expect(await findingsIn(brief(''))).toEqual(['drift']);
    const of = await fingerprint();
    expect(await findingsIn(brief(accept(`, of: ${of}`)))).toEqual([]);
    expect(await findingsIn(brief(accept(`, of: ${of}`, 'no-source')))).toEqual(['drift']);
  });

  it('lapses when the item changes', async () => {
    const of = await fingerprint();
    const changed = brief(accept(`, of: ${of}`), 'Only one deck was closed.');
    const [problem] = await problemsIn(changed);
    expect(problem).toMatchObject({ code: 'acceptance-lapsed', line: 8 });
    expect(problem?.hint).toContain(await fingerprint('Only one deck was closed.'));
  });

  it('is of something that is there', async () => {
    expect(await problemsIn(brief(accept(', of: f0000000', 'drift', 'close')))).toMatchObject([
      { code: 'unknown-item', hint: 'Did you mean "closed"?' },
    ]);
  });

  it('is of a rule on briefs', async () => {
    const of = await fingerprint();
    for (const [rule, code] of [
      ['withheld', 'not-acceptable'],
      ['note-leak', 'not-acceptable'],
      ['marking-missing', 'not-acceptable'],
      ['drfit', 'unknown-rule'],
    ] as const)
      expect(checkAcceptedRules(await load(brief(accept(`, of: ${of}`, rule))))).toMatchObject([
        { code, line: 8 },
      ]);
  });

  it('is seen by whoever may see the item', async () => {
    const loaded = await load(brief(accept(`, of: ${await fingerprint()}`)));
    const seenBy = (highest: 'TLP:CLEAR' | 'TLP:AMBER') =>
      visibleTo(loaded, { id: 'x', highest }).brief.accept.map(({ item }) => item);
    expect(seenBy('TLP:AMBER')).toEqual(['closed']);
    expect(seenBy('TLP:CLEAR')).toEqual([]);
  });
});
