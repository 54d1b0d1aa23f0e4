import type { Ctx } from '../kernel/context.ts';
import { defineSlot } from '../kernel/slots.ts';

/** How likely somebody is to leave, and what they bring if they stay. */
export type LeaverForecast = { leaveChance: number; valueMinor: number };

/**
 * What is learnt of one subscriber from the operator's own history; null while nothing is. Until
 * then the chance is the one stated with the group of the reason, and the value by a rule.
 */
export const leaverForecasts = defineSlot<
  (ctx: Ctx, subscriberId: number) => Promise<LeaverForecast | null>
>('retention.leaverForecasts');
