/** The library: the command line's verbs as functions. They take and return objects, throw typed errors, never print. */
export {
  type BuildOptions,
  type BuildResult,
  type BuiltDeck,
  build,
  type CheckResult,
  check,
  type Edition,
  type Format,
} from './build.js';
export { examine as doctor, type Finding } from './cli/doctor.js';
export type { Manifest } from './export/manifest.js';
export { explain } from './jobs.js';
export { type LoadedBrief, loadBrief } from './load/load.js';
export { type Brief, type BriefInput, briefJsonSchema } from './load/schema.js';
export { BriefdeckError, BriefError, MachineError, type Problem, UsageError } from './problem.js';
export type { Choice } from './project.js';
export type { Plan, Reason } from './select/plan.js';
export { type Verified, verify } from './verify/certificates.js';
