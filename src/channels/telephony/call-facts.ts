import type { Ctx } from '../../kernel/context.ts';
import { defineSlot } from '../../kernel/slots.ts';

/**
 * One end of a line: a phone of the exchange, by its short number, or anybody else's, in E.164.
 * Whoever hides a number has an empty one.
 */
export type Party = { extension: string } | { phone: string };

/** Why a line that rang or spoke is there no more. */
export const lineEnds = ['answered', 'busy', 'no_answer', 'cancelled', 'failed'] as const;
export type LineEnd = (typeof lineEnds)[number];

/**
 * What an exchange tells of one call, in our own words. Each may come late, twice, in any order, or
 * never. A line is one phone's part in the call, by the exchange's own name for it.
 */
export type CallFact =
  | { kind: 'began'; at: Date; from: Party; to: Party }
  /** The caller waits in a queue for whoever is free. */
  | { kind: 'queued'; at: Date }
  | { kind: 'abandoned'; at: Date }
  | { kind: 'rang'; at: Date; line: string; party: Party }
  | { kind: 'answered'; at: Date; line: string; party: Party }
  | { kind: 'line_ended'; at: Date; line: string; why: LineEnd }
  | { kind: 'ended'; at: Date }
  /** The exchange knows it no more, and nobody saw how it ended. */
  | { kind: 'lost'; at: Date }
  /** Under which name the exchange keeps what was said. */
  | { kind: 'recorded'; at: Date; recording: string };

export type ToldCall = {
  channelId: number;
  /** The exchange's own name of the whole call: what joins its lines. */
  linkedId: string;
  facts: readonly CallFact[];
};

/**
 * Who keeps calls, inside the transaction that marks what was told understood. A throw leaves it
 * stored and waiting.
 */
export const callTakers =
  defineSlot<(ctx: Ctx, call: ToldCall) => Promise<void>>('channels.callTakers');

/** What an exchange knows at one moment, looked up after a time in which it was not heard. */
export type CallSurvey = {
  channelId: number;
  goingOn: readonly string[];
  /** Calls that began later may be missing from what goes on. */
  begunBefore: Date;
  at: Date;
};

/** Who ends the calls that went on, and of which the exchange knows nothing any more. */
export const callSurveys =
  defineSlot<(ctx: Ctx, survey: CallSurvey) => Promise<void>>('channels.callSurveys');
