import type { Ctx } from '../kernel/context.ts';
import { defineSlot } from '../kernel/slots.ts';

/** What a person left on the operator's site, normalised and stored. */
export type IncomingRequest = {
  rawMessageId: number;
  channel: 'site_form';
  receivedAt: Date;
  /** The phone to call back, E.164. */
  sender: string;
  /** What it is about: one of the form's topics. */
  topic: string;
  name: string;
  /** The phone as it was typed. */
  phone: string;
  address: string;
  wanted: string;
  page: string;
};

/**
 * Who makes a request of what was stored, inside the transaction that marks it understood. Answers
 * with the number that the sender is told. Its throw leaves the message stored and waiting.
 */
export const requestTakers =
  defineSlot<(ctx: Ctx, request: IncomingRequest) => Promise<number>>('channels.requestTakers');
