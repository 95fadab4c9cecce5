import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { BriefError } from '../../src/core/problem.js';
import { loadBrief } from '../../src/load/load.js';
import { checkBrief } from '../../src/rules/brief/check.js';
import { folderOf } from '../load/folder-of.js';

const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
const brief = /```yaml\n(# yaml-language-server.*?)```/s.exec(readme)?.[1] ?? '';

it('the brief of the README falls short of no rule', async () => {
  const folder = await folderOf({ 'brief.yaml': brief });
  expect(checkBrief(await loadBrief(path.join(folder, 'brief.yaml'))).findings).toEqual([]);
});

it('its wrong brief is told of as the README says', async () => {
  const folder = await folderOf({
    'brief.yaml': brief.replace('{extra_cost} a day.', '{extra_costs} a day.'),
  });
  const error: unknown = await loadBrief(path.join(folder, 'brief.yaml')).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(BriefError);
  const [, place, message] = /my-brief\/brief\.yaml:(\d+:\d+) bottomLine: (.*) \[/.exec(readme) ?? [];
  expect(error).toMatchObject({ problems: [{ message }] });
  const { problems } = error as BriefError;
  expect(problems.map(({ line, column }) => `${line}:${column}`)).toEqual([place]);
});
