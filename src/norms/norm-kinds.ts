import type { Ctx } from '../kernel/context.ts';
import { defineSlot } from '../kernel/slots.ts';

/**
 * A promise that later domains are measured by, with what is promised until somebody changes it.
 */
export type NormKind = {
  kind: string;
  targetSeconds: number;
  /** It is known whom it is promised to, so that some may be promised it sooner. */
  isPersonal?: true;
};

export const normKinds = defineSlot<NormKind>('norms.kinds');

/** In how many seconds something is promised to a subscriber. */
export type Quicker = { subscriberId: number; kind: string; seconds: number };

/** What a later domain promises to some of these subscribers by a norm of their own. */
export type QuickerPromise = (
  ctx: Ctx,
  kinds: readonly string[],
  subscriberIds: readonly number[],
) => Promise<readonly Quicker[]>;

export const quickerPromises = defineSlot<QuickerPromise>('norms.quickerPromises');
