/** `briefdeck.yaml` in the folder of the call: what would otherwise be said at every call. */
import path from 'node:path';
import { z } from 'zod';
import { BriefError } from '../core/problem.js';
import { codeOf, describeUnread, readRegular } from './files.js';
import { LIMITS } from './limits.js';
import { parseProfile } from './profile-file.js';
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
  const bytes = await readSettings(file);
  if (!bytes) return { ...configSchema.parse({}), file, placeOf: () => ({}) };
  const reading = readData(bytes, file);
  const { placeOf } = reading;
  return { ...parseProfile({ ...reading, data: reading.data ?? {} }, configSchema), file, placeOf };
}

async function readSettings(file: string): Promise<Uint8Array | undefined> {
  try {
    return await readRegular(file, LIMITS.briefBytes);
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined;
    throw new BriefError([{ ...describeUnread(error, path.basename(file), 'this folder'), file }]);
  }
}
