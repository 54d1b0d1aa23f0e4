import type { Ctx } from '../kernel/context.ts';
import type { Result } from '../kernel/result.ts';
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

/**
 * How much subscribers are worth to us, by what one domain knows of them: what they pay a month,
 * that they are of a programme. 2 is most; who is not in the map is like any other. The highest of
 * all sources holds.
 */
export type ValueSource = {
  /** Worded by the domain that fills it, as `DOMAIN:value.KEY` of its texts. */
  key: string;
  tiersOf: (ctx: Ctx, subscriberIds: readonly number[]) => Promise<ReadonlyMap<number, 1 | 2>>;
};
export const valueSources = defineSlot<ValueSource>('conversations.valueSources');

/** By what a subscriber can be sent a code now: `shown` is as its owner knows it again. */
type CodeWay = { key: string; kind: string; shown: string };

/** What sends a subscriber a code to be told on the phone; a channel that can joins by this. */
export type CodeSender = {
  waysOf: (ctx: Ctx, ids: ClusterIds) => Promise<readonly CodeWay[]>;
  /** @returns the message of `channels` by which it leaves, if it is one */
  send: (
    ctx: Ctx,
    ids: ClusterIds,
    code: { key: string; text: string },
  ) => Promise<Result<{ outgoingMessageId: number | null }>>;
};
export const codeSenders = defineSlot<CodeSender>('conversations.codeSenders');

/**
 * Who is asked first about what these subscribers ask for, in order, e.g. whoever leads them.
 * Others are asked where none of them is here, takes it, or is free in time.
 */
export type FirstAgents = (
  ctx: Ctx,
  subscriberIds: readonly number[],
) => Promise<ReadonlyMap<number, readonly number[]>>;
export const firstAgents = defineSlot<FirstAgents>('conversations.firstAgents');
