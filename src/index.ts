/** The library: the command line's verbs as functions. They take and return objects, throw typed errors, never print. */

export type { Manifest } from './certificates/manifest.js';
export { type Verified, verify } from './certificates/verify.js';
export { type Diagnosis, examine as doctor } from './cli/doctor.js';
export { BriefdeckError, BriefError, MachineError, type Problem, UsageError } from './core/problem.js';
export { draft } from './draft/draft.js';
export { type Model, ModelError } from './draft/model/model.js';
export { type OpenaiOptions, openaiModel } from './draft/model/openai.js';
export { type Proposed, type ProposeOptions, propose } from './draft/model/propose.js';
export { readSources } from './draft/read/read.js';
export type { Draft, DraftOptions, DraftSource, Place } from './draft/result.js';
export type { SourceText } from './draft/source-text.js';
export { writeYaml as writeBrief } from './draft/write-yaml.js';
export type { Edition } from './formats/edition.js';
export { type LoadedBrief, loadBrief } from './load/load.js';
export { type Brief, type BriefInput, briefJsonSchema } from './load/schema.js';
export { build, check, explain } from './pipeline/build.js';
export type { BuildOptions, BuildResult, BuiltDeck, CheckResult } from './pipeline/options.js';
export type { Choice } from './pipeline/project.js';
export { type Edit, openSession, type Session } from './pipeline/session.js';
export type { SessionUpdate, UpdatedDeck, UpdatedSlide } from './pipeline/update.js';
export type { Plan, Reason } from './select/plan.js';
