import type { Ctx } from '../kernel/context.ts';

/** A stored message, as it is taken up. */
export type Raw = {
  id: number;
  channelId: number | null;
  fileId: number | null;
  receivedAt: Date;
  sender: string;
  payload: unknown;
  /** Its sender has written by this channel, within the hour before, more than a person does. */
  isTooMuch: boolean;
};

/** Why a message that was read starts nothing, for which there are words in both languages. */
export const refusals = [
  'auto_reply',
  'bulk',
  'bounce',
  'our_own',
  'no_sender',
  'too_many',
  'not_private',
] as const;
export type Refusal = (typeof refusals)[number];

/** What came of it. `known` is what a person who looks at it is shown. */
export type Understood = {
  number: number | null;
  refusedFor?: Refusal;
  known?: { from: string; name: string; wanted: string };
  /** What is told the other side once it is committed; nothing depends on it. */
  afterwards?: (ctx: Ctx) => Promise<void>;
};
