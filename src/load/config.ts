/** `briefdeck.yaml` in the folder of the call: what would otherwise be said at every call. */
import { readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import { parseProfile } from './profiles.js';
import { type Reading, readData } from './read.js';

export const CONFIG = 'briefdeck.yaml';

const configSchema = z.strictObject({
  rules: z
    .record(z.string(), z.enum(['off', 'warn', 'error']))
    .default({})
    .describe('Severities of rules.'),
  templates: z.string().optional().describe('A template folder of your own.'),
  helpers: z.string().min(1).optional().describe('A module of your own whose functions templates may call.'),
});

/** The settings, and where each stands. */
export interface Config extends z.output<typeof configSchema> {
  file: string;
  placeOf: Reading['placeOf'];
}

/** Reads the file where there is one. Throws `BriefError` with all that is wrong with it. */
export async function readConfig(file: string): Promise<Config> {
  if (!(await stat(file).catch(() => undefined))?.isFile())
    return { ...configSchema.parse({}), file, placeOf: () => ({}) };
  const reading = readData(await readFile(file), file);
  const { placeOf } = reading;
  return { ...parseProfile({ ...reading, data: reading.data ?? {} }, configSchema), file, placeOf };
}
