import { createHash } from 'node:crypto';

const ALL = 2 ** 32;

/**
 * Whether a deal begins with the second version: by chance, of which the same comes for the same
 * deal of the same experiment, whoever asks and when.
 */
export function isSecond(experimentId: number, dealId: number, secondPercent: number): boolean {
  const chance = createHash('sha256').update(`${experimentId}:${dealId}`).digest().readUInt32BE(0);
  return chance / ALL < secondPercent / 100;
}
