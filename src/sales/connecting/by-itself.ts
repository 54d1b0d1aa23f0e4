import type { Hears, Tick } from '../../kernel/wiring.ts';
import { bringForward, partsTick } from './charge-parts.ts';

/** What of connections happens by itself. */
export const connectingTicks: readonly Tick[] = [partsTick];
export const connectingHears: Hears = { 'billing.account_was_closed': bringForward };
