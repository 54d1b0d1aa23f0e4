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

/** In how many seconds a later domain promises it to a subscriber, where that is sooner. */
export type QuickerPromise = (
  ctx: Ctx,
  kind: string,
  subscriberId: number,
) => Promise<number | null>;

export const quickerPromises = defineSlot<QuickerPromise>('norms.quickerPromises');
