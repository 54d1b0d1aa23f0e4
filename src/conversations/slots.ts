import type { Ctx } from '../kernel/context.ts';
import { defineSlot } from '../kernel/slots.ts';
import type { ClusterIds } from '../subscribers/index.ts';

/**
 * What a later domain knows of a caller that matters before the first word: open tickets, an
 * incident at the address, what to do next. All are loaded at once; null is not shown.
 */
export type CallerPart = {
  /** The key under which the call carries it. */
  key: string;
  load: (ctx: Ctx, ids: ClusterIds) => Promise<unknown>;
};
export const callerParts = defineSlot<CallerPart>('conversations.callerParts');
