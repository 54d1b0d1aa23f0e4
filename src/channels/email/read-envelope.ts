import { MAX_SUBJECT_CHARS } from './limits.ts';
import { readAddresses, type MailAddress } from './mime/addresses.ts';
import { decodeWords } from './mime/decode-words.ts';
import { fieldOf, fieldsOf } from './mime/headers.ts';
import { readMailDate } from './mime/mail-date.ts';
import { readMessageIds } from './mime/message-ids.ts';
import type { Part } from './mime/split-parts.ts';
import { subjectKey } from './subject-key.ts';

/** What the headers of a message say of whom, to whom, when, of what, and in answer to what. */
export type Envelope = {
  /** Identifiers stand without angle brackets. */
  messageId: string | null;
  inReplyTo: string[];
  references: string[];
  from: MailAddress | null;
  replyTo: MailAddress | null;
  to: MailAddress[];
  cc: MailAddress[];
  subject: string;
  /** Equal in all messages of a thread: see `subjectKey`. */
  subjectKey: string;
  sentAt: Date | null;
  /** What servers on the way say they have checked, the last one first. */
  checkedBy: string[];
};

export function readEnvelope(root: Part): Envelope {
  const { fields } = root;
  const charset = firstCharset(root);
  const addresses = (name: string) => readAddresses(fieldsOf(fields, name), charset);
  const ids = (name: string) => readMessageIds(fieldsOf(fields, name));
  const subject = decodeWords(fieldOf(fields, 'subject') ?? '', charset, MAX_SUBJECT_CHARS);
  return {
    messageId: ids('message-id')[0] ?? null,
    inReplyTo: ids('in-reply-to'),
    references: ids('references'),
    from: addresses('from')[0] ?? null,
    replyTo: addresses('reply-to')[0] ?? null,
    to: addresses('to'),
    cc: addresses('cc'),
    subject,
    subjectKey: subjectKey(subject),
    sentAt: readMailDate(fieldOf(fields, 'date')),
    checkedBy: fieldsOf(fields, 'authentication-results'),
  };
}

/** The charset of the first text: raw letters in the headers are most often of the same. */
function firstCharset(part: Part): string | null {
  const own = part.typed.parameters.get('charset');
  if (own !== undefined) return own;
  return part.parts.reduce<string | null>((found, child) => found ?? firstCharset(child), null);
}
