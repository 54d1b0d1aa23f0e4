/** Chance that is the same for the same seed, for tests of domains above the demo. */
export { type Random, randomOf } from '../demo/index.ts';
