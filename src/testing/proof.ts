/** Whether this is `npm run proof`: the tests are the same, and each goes through all it can. */
export const isProof = process.env['PROOF'] === '1';

/**
 * How much a proof goes through: `small` in every run of the tests, `full` where it is to be
 * proven: the number of a property's runs, of letters, of conversations, whatever the test counts.
 * `npm run proof` runs the test files that load this one.
 */
export const runs = (small: number, full: number): number => (isProof ? full : small);

/** For how long a test may go on that takes `seconds` when it is small. */
export const patienceMs = (seconds: number): number => seconds * (isProof ? 60_000 : 1000);
