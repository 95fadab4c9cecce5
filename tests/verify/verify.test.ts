import { appendFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { verify } from '../../src/certificates/verify.js';
import { sarifLog } from '../../src/cli/sarif.js';
import type { Deck } from '../../src/compose/slide.js';
import { BriefError } from '../../src/core/problem.js';
import { build } from '../../src/pipeline/build.js';
import type { PlannedDeck } from '../../src/pipeline/family.js';
import { openProject } from '../../src/pipeline/project.js';
import { checkPdf } from '../../src/rules/deck/pdf.js';
import { checkFamily } from '../../src/rules/family/check.js';
import { RuleLog } from '../../src/rules/rule-log.js';
import type { ReadPdf } from '../../src/unpack/tags.js';
import { folderOf } from '../load/folder-of.js';
import { loadedFrom, visibleOf } from '../loaded.js';

const BRIEF = 'id: b\ntitle: The bridge\nasOf: 2026-03-02\nbottomLine: It is shut.\n';

describe('certificates', () => {
  it('tell of what was changed, what is missing, and a brief that has moved on', async () => {
    const folder = await folderOf({ 'brief.yaml': BRIEF, 'later/brief.yaml': BRIEF.replace('shut', 'open') });
    const out = path.join(folder, 'out');
    await build({
      briefs: [path.join(folder, 'brief.yaml')],
      audiences: ['public'],
      lengths: ['flash'],
      out,
    });
    expect(await verify(out, [path.join(folder, 'brief.yaml')])).toEqual({
      decks: 1,
      files: 3,
      problems: [],
    });
    await appendFile(path.join(out, 'b', 'public-flash.pdf'), ' ');
    await rm(path.join(out, 'b', 'public-flash.html'));
    const { problems } = await verify(out, [path.join(folder, 'later')]);
    expect(problems.map(({ code, element }) => [code, element])).toEqual([
      ['moved-on', undefined],
      ['missing-file', 'public-flash.html'],
      ['changed-file', 'public-flash.pdf'],
    ]);
  });
});

describe('briefdeck.yaml', () => {
  it('sets severities for every call, which the call itself may set again', async () => {
    const folder = await folderOf({
      'brief.yaml': `${BRIEF}events: [{ id: e, date: 2026-02-27, text: It shuts. }]\n`,
      'briefdeck.yaml': 'rules: { no-source-number: error }\n',
      'wrong.yaml': 'rules: { no-source: loud }\n',
    });
    const choice = { briefs: [folder], config: path.join(folder, 'briefdeck.yaml') };
    await expect(openProject(choice)).rejects.toThrow(BriefError);
    expect((await openProject({ ...choice, rules: ['no-source-number=off'] })).warnings).toEqual([]);
    await expect(openProject({ ...choice, config: path.join(folder, 'wrong.yaml') })).rejects.toThrow(
      /wrong\.yaml:1/,
    );
  });
});

describe('SARIF', () => {
  it('has each finding with its rule, level and place', () => {
    const [run] = sarifLog(
      [
        {
          code: 'no-source',
          severity: 'warn',
          message: 'has no source',
          file: 'a/brief.yaml',
          line: 3,
          column: 5,
          path: 'claims[0]',
        },
      ],
      '1.0.0',
    ).runs;
    expect(run?.tool.driver.rules?.map(({ id }) => id)).toContain('no-source');
    expect(run?.results).toMatchObject([
      {
        ruleId: 'no-source',
        level: 'warning',
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'a/brief.yaml' },
              region: { startLine: 3, startColumn: 5 },
            },
            logicalLocations: [{ fullyQualifiedName: 'claims[0]' }],
          },
        ],
      },
    ]);
  });
});

const { brief: SHUT } = visibleOf(
  loadedFrom({
    ...{ id: 'shut', title: 'Shut', asOf: '2026-03-02', bottomLine: 'It is shut.' },
    claims: [{ id: 'd', text: 'It is shut.', status: 'confirmed' }],
    quotes: [{ id: 'q', text: 'Shut.', speaker: 'Ana Ruiz', status: 'confirmed' }],
  }),
);

/** The part of a deck that its family is compared by. */
function member(
  length: string,
  text: string,
  items: readonly string[],
  seconds = 10,
  wishes: readonly object[] = [],
): PlannedDeck {
  const row = { id: 'c', lead: undefined, text, hedges: [], marks: [1] };
  const slide = { kind: 'big-number', key: 'big-number  c', number: 1, row, items };
  return {
    deck: { audience: 'a', length, language: 'en', seconds, slides: [slide] },
    plan: {
      brief: SHUT,
      length: { id: length, seconds: 60, slides: ['claims'] },
      items: items.map((id) => ({ id })),
      wishes,
    },
    wording: { spellOut: {} },
  } as unknown as PlannedDeck;
}

const rulesIn = (log: RuleLog) => log.findings.map(({ rule }) => rule);

describe('a family', () => {
  const found = (...family: PlannedDeck[]) => {
    const log = new RuleLog();
    checkFamily(family, new Map(), log);
    return rulesIn(log);
  };

  it('says the same in every length, and all of it in the longer ones, in its time', () => {
    expect(found(member('short', 'Shut.', ['c']), member('full', 'Shut.', ['c', 'd']))).toEqual([]);
    expect(found(member('short', 'Shut.', ['c']), member('full', 'Open.', ['c']))).toEqual(['agreement']);
    expect(found(member('short', 'Shut.', ['c']), member('full', 'Shut.', ['d']))).toEqual(['nesting']);
    expect(found(member('short', 'Shut.', ['c'], 61))).toEqual(['over-time']);
  });

  it('is what is wanted of it', () => {
    const whenWanted = (wish: object) => found(member('short', 'Shut.', ['c'], 10, [wish]));
    expect(whenWanted({ kind: 'pin', item: 'd' })).toEqual(['wishes']);
    expect(whenWanted({ kind: 'pin', item: 'c' })).toEqual([]);
    // There is no slide for a quote in that length, and the pin names none.
    expect(whenWanted({ kind: 'pin', item: 'q' })).toEqual([]);
    expect(whenWanted({ kind: 'pin', item: 'q', lengths: ['short'] })).toEqual(['wishes']);
    expect(whenWanted({ kind: 'pin', item: 'q', lengths: ['full'] })).toEqual([]);
    expect(whenWanted({ kind: 'drop', item: 'c' })).toEqual(['wishes']);
    expect(whenWanted({ kind: 'drop', item: 'd' })).toEqual([]);
    expect(whenWanted({ kind: 'limit', most: 0 })).toEqual(['wishes']);
    expect(whenWanted({ kind: 'limit', most: 1 })).toEqual([]);
  });

  it('has the numbers of other families', () => {
    const numbers = new Map();
    const log = new RuleLog();
    checkFamily([member('short', '45 lorries.', ['c'])], numbers, log);
    checkFamily([member('short', '45 trucks.', ['c'])], numbers, log);
    expect(rulesIn(log)).toEqual([]);
    checkFamily([member('short', '54 trucks.', ['c'])], numbers, log);
    expect(rulesIn(log)).toEqual(['agreement']);
  });
});

describe('a PDF that was read', () => {
  const deck = { audience: 'a', length: 'short', slides: [{ number: 1 }] } as unknown as Deck;
  const page = {
    text: 'Shut. 1',
    inOrder: 'Shut.',
    drawn: '',
    links: [],
    tags: { children: [{ role: 'H1' }] },
  };
  const pdf: ReadPdf = {
    pages: [page],
    info: { Title: 'T', Language: 'en' },
    outline: ['Shut.'],
    isTagged: true,
    attachments: [],
  };
  const found = (change: Partial<ReadPdf>) => {
    const log = new RuleLog();
    checkPdf(deck, { ...pdf, ...change }, [{ text: 'Shut.', drawn: '' }], log);
    return rulesIn(log);
  };

  it('is held to its slides, its tags and its description', () => {
    expect(found({})).toEqual([]);
    expect(found({ pages: [page, page] })).toEqual(['pdf-pages']);
    expect(found({ isTagged: false })).toEqual(['pdf-tags']);
    expect(found({ outline: [] })).toEqual(['pdf-tags']);
    expect(found({ info: { Title: 'T' } })).toEqual(['language']);
    expect(found({ pages: [{ ...page, tags: { children: [{ role: 'Figure' }] } }] })).toEqual(['pdf-tags']);
    expect(found({ pages: [{ ...page, text: 'Open. 1', inOrder: 'Open.' }] })).toEqual(['pdf-text']);
    expect(found({ pages: [{ ...page, inOrder: 'tuhS' }] })).toEqual(['pdf-text']);
  });
});
