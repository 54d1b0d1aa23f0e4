import type { queueMessage } from '../channels/index.ts';

type Payload = Parameters<typeof queueMessage>[1]['payload'];

/** What a channel is given to send: to a mailbox a letter that begins a thread, else the words. */
export const payloadOf = (kind: string, text: string, subject: string): Payload =>
  kind === 'email' ? { recipientName: '', subject, text, inReplyTo: '', references: [] } : { text };
