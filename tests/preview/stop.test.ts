/** The preview as a command: it prints its address, and Ctrl-C leaves nothing. */
import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { folderOf } from '../load/folder-of.js';
import { processesIn } from '../processes.js';
import { BRIEF } from './browser.js';

const CLI = path.resolve('dist/cli.js');

it('ends by Ctrl-C, with its browser and its files', async () => {
  const folder = await folderOf({ 'brief.yaml': BRIEF });
  const temporary = await folderOf();
  const env = { ...process.env, TMPDIR: temporary };
  const child = spawn(process.execPath, [CLI, 'preview', '.'], { cwd: folder, env });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  // A thread that is busy in the system is not waited for: the signal has its own effect then.
  const ended = new Promise((resolve) => child.once('close', (code, signal) => resolve(code ?? signal)));
  const url = await new Promise<string>((resolve) =>
    child.stdout.once('data', (text) => resolve(String(text).trim())),
  );
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{32}$/);
  const [cookie = ''] = (await fetch(url, { redirect: 'manual' })).headers.getSetCookie();
  const events = await fetch(new URL('/events', url), { headers: { cookie: cookie.split(';')[0] ?? '' } });
  let news = '';
  const decoder = new TextDecoder();
  for await (const part of events.body ?? []) {
    news += decoder.decode(part);
    if (news.includes('"kind":"findings"')) break;
  }
  expect(processesIn(temporary).length).toBeGreaterThan(1);
  child.kill('SIGINT');
  expect([130, 'SIGINT']).toContain(await ended);
  await expect.poll(() => processesIn(temporary)).toEqual([]);
  expect((await readdir(temporary)).filter((name) => !name.startsWith('briefdeck-chromium'))).toEqual([]);
  expect((await readdir(folder)).sort()).toEqual(['brief.yaml']);
});
