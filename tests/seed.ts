/** Property tests try the same inputs at every run, so that a change is what breaks one; FC_SEED=… tries others. */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20261123) });
