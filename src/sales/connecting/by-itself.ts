import { closingDues } from '../../billing/index.ts';
import { fill } from '../../kernel/slots.ts';
import type { Tick } from '../../kernel/wiring.ts';
import { chargeRest, partsTick, restOf } from './charge-parts.ts';

/** What of connections happens by itself. */
export const connectingTicks: readonly Tick[] = [partsTick];
export const connectingFills = [fill(closingDues, { charge: chargeRest, leftOf: restOf })];
