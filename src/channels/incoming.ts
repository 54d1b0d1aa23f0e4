import type { RawBuilder } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import type { WrittenKind } from './api/choices.ts';
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

/** A message of any channel on which people write and are answered, normalised and stored. */
export type IncomingMessage = {
  rawMessageId: number;
  channel: WrittenKind;
  channelId: number;
  receivedAt: Date;
  sender: {
    kind: WrittenKind;
    /** In the form in which contacts of that kind are kept. */
    value: string;
    name: string;
    /** What a messenger shows of the sender: `@name`. */
    account: string;
    /** A phone that the sender has proven to be his own, E.164. */
    ownPhone: string;
    /** Other forms in which a contact of that kind may be kept. */
    alsoKnownAs: readonly string[];
  };
  /** The server that received it has not proven that it is of this sender: it may be of anybody. */
  isUnproven: boolean;
  /** Where the sender asked to be answered, if not at the sender's own address. */
  answerTo: string;
  /** The provider's own name of the message; empty where it gave none. */
  externalId: string;
  /** Names of the messages that it answers, the nearest first. */
  answersTo: readonly string[];
  subject: string;
  /** The subject without Re: and Fwd:, to tell what belongs together. */
  subjectKey: string;
  text: string;
  /** What it repeats of earlier messages. */
  quoted: string;
  files: readonly IncomingFile[];
  /** The message of this name was changed by its sender; these are its new words. */
  isEdit: boolean;
  /** When its sender changed it, by the provider's clock; null where it does not say. */
  editedAt: Date | null;
  /** Tells of two changes of one moment which came later; 0 where the provider counts none. */
  editNumber: number;
  /** Written by a program: it is joined to what it answers, and starts nothing. */
  isAutomatic: boolean;
};

export type IncomingFile = {
  name: string;
  contentType: string;
  content: Buffer;
  isInline: boolean;
};

/**
 * The number of the conversation that it went to, or null where it starts none; and, where it was
 * joined to a message that is here already, by which stored message that one goes.
 */
export type Taken = { conversationNumber: number | null; standsUnder?: number | null };

/**
 * Who puts a message where it belongs, inside the transaction that marks it understood. Its throw
 * leaves the message stored and waiting.
 */
export const messageTakers =
  defineSlot<(ctx: Ctx, message: IncomingMessage) => Promise<Taken>>('channels.messageTakers');

/**
 * Who gives a name to a sender of whom a messenger told a number alone; `ask` asks the messenger,
 * and is asked only where a name is wanted. Outside a transaction.
 */
export const senderNamers =
  defineSlot<
    (
      ctx: Ctx,
      from: { channelId: number; sender: string },
      ask: () => Promise<string>,
    ) => Promise<void>
  >('channels.senderNamers');

/** Tells of a stored message `r`, in SQL, whether it stands in a conversation. */
export const shownConditions = defineSlot<RawBuilder<unknown>>('channels.shownConditions');

/** A file that came after the message that it belongs to, now stored. */
export type FetchedFile = { rawMessageId: number; fileId: number };

/**
 * Who lays a file beside its message, inside the transaction that marks it fetched. Answers false
 * where there is no such message any more.
 */
export const fileTakers =
  defineSlot<(ctx: Ctx, file: FetchedFile) => Promise<boolean>>('channels.fileTakers');
