import type { queueMessage } from '../channels/index.ts';

type Payload = Parameters<typeof queueMessage>[1]['payload'];

export type Letter = {
  subject: string;
  text: string;
  /** Nobody in person wrote it: a letter says so, and no answering machine answers it. */
  isAutomatic: boolean;
};

/** What a channel is given to send: to a mailbox a letter that begins a thread, else the words. */
export const payloadOf = (kind: string, letter: Letter): Payload =>
  kind === 'email'
    ? { ...letter, recipientName: '', inReplyTo: '', references: [] }
    : { text: letter.text };
