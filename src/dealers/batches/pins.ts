import { randomInt } from 'node:crypto';
import type { Ctx } from '../../kernel/context.ts';
import { PIN_DIGITS } from '../api/kinds.ts';

/** One of 10^14, each as likely as the others (the system's random numbers). */
export const newPin = (): string => String(randomInt(10 ** PIN_DIGITS)).padStart(PIN_DIGITS, '0');

/**
 * What of a PIN is kept: HMAC-SHA-256 with a key that lies in the data folder. Whoever has a copy
 * of the database alone can neither read a PIN nor try one out.
 */
export const hashPins = (ctx: Ctx): ((pin: string) => Buffer) =>
  ctx.secrets.digest('internet card pins');
