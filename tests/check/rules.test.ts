import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { RULE_IDS, RULES } from '../../src/rules/registry.js';

const PAGES = new URL('../../docs/rules/', import.meta.url);

describe('the pages on the rules', () => {
  it('are one for each rule, and no other', async () => {
    const pages = (await readdir(PAGES)).filter((name) => name !== 'README.md');
    expect(pages.sort()).toEqual(RULE_IDS.map((rule) => `${rule}.md`).sort());
  });

  it.each(RULE_IDS)('say why, what is checked and what to do: %s', async (rule) => {
    const page = await readFile(new URL(`${rule}.md`, PAGES), 'utf8');
    expect(page).toMatch(new RegExp(`^# ${rule}\n\n.+\n\n\\*\\*Why\\.\\*\\* .+`, 's'));
    expect(page).toContain('**What is checked.**');
    expect(page).toContain('**What to do.**');
  });

  it('are listed with what their rules ask, in the order of the registry', async () => {
    const list = await readFile(new URL('README.md', PAGES), 'utf8');
    const rows = RULE_IDS.map((rule) => {
      const { severity, asks } = RULES[rule];
      return `| [${rule}](${rule}.md) | ${severity === 'warn' ? 'warning' : severity} | ${asks} |`;
    });
    expect(list.split('\n').filter((line) => line.startsWith('| ['))).toEqual(rows);
  });
});
