/** Which browser is used where there are several: each kind is put into a folder of the test and found there. */
import { chmod } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { findBrowser, type Machine, shellCommand } from '../../src/browser/find.js';
import { MachineError } from '../../src/core/problem.js';
import { folderOf } from '../load/folder-of.js';

const SHELL = 'chrome-headless-shell';
const INSTALLED = 'bin/chromium';
const cached = (version: string) => `cache/${SHELL}/${version}/${SHELL}-linux-arm64/${SHELL}`;

/** A machine without an embedded browser that has these executables. */
async function machineWith(...files: string[]) {
  const folder = await folderOf(Object.fromEntries(files.map((file) => [file, '#!/bin/sh\n'])));
  for (const file of files) await chmod(path.join(folder, file), 0o755);
  const env = { PATH: path.join(folder, 'bin'), PUPPETEER_CACHE_DIR: path.join(folder, 'cache') };
  const machine: Machine = { platform: 'linux', arch: 'arm64', env };
  const find = async (named?: string) => {
    const { executable, origin } = await findBrowser(named, machine);
    return [origin, path.relative(folder, executable).split(path.sep).join('/')];
  };
  return { folder, machine, find };
}

it('prefers a headless shell of the cache folder to an installed browser, and the newest of several', async () => {
  const [old, later] = [cached('linux_arm-99.0.1.2'), cached('linux_arm-143.0.7499.40')];
  const { find } = await machineWith(INSTALLED, old, later);
  expect(await find()).toEqual(['shell', later]);
});

it('takes an installed browser where there is no headless shell', async () => {
  const { find } = await machineWith(INSTALLED);
  expect(await find()).toEqual(['installed', INSTALLED]);
});

it('takes the named one before all others', async () => {
  const { find, folder } = await machineWith(INSTALLED, cached('linux_arm-143.0.7499.40'), 'mine/chrome');
  expect(await find(path.join(folder, 'mine/chrome'))).toEqual(['named', 'mine/chrome']);
});

it('takes what CHROME_PATH names where no other one is named', async () => {
  const { folder, machine } = await machineWith(INSTALLED, 'mine/chrome', 'other/chrome');
  const env = { ...machine.env, CHROME_PATH: path.join(folder, 'mine/chrome') };
  const named = path.join(folder, 'other/chrome');
  expect(await findBrowser(undefined, { ...machine, env })).toEqual({
    executable: env.CHROME_PATH,
    origin: 'named',
  });
  expect(await findBrowser(named, { ...machine, env })).toEqual({ executable: named, origin: 'named' });
});

it.runIf(process.platform === 'linux' && process.arch === 'x64')(
  'takes the embedded shell before an installed browser, where it runs',
  async () => {
    const { machine } = await machineWith(INSTALLED);
    expect((await findBrowser(undefined, { ...machine, arch: 'x64' })).origin).toBe('embedded');
  },
);

it('says how a headless shell is had where there is no browser', async () => {
  const { machine } = await machineWith();
  const error: unknown = await findBrowser(undefined, machine).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(MachineError);
  expect((error as MachineError).problems[0]?.hint).toContain(shellCommand(machine));
  expect(shellCommand(machine)).toContain(`install ${SHELL} --path "${machine.env.PUPPETEER_CACHE_DIR}"`);
});
