/** What is promised to somebody who was connected lately: a call, on the days that are set. */
export const CARE = 'sales.care';

/** A working day. */
const SECONDS = 8 * 3600;

export const careNorm = { kind: CARE, targetSeconds: SECONDS } as const;
