import MailComposer from 'nodemailer/lib/mail-composer';
import type { MailboxSettings } from '../api/mailboxes.ts';
import type { EmailPayload } from './queue-message.ts';

const named = (id: string): string => `<${id}>`;

/** The bytes of a letter, the same for every try but for the date. */
export function composeEmail(
  settings: MailboxSettings,
  message: {
    recipient: string;
    externalId: string;
    payload: EmailPayload;
    attached: readonly { name: string; contentType: string; content: Buffer }[];
  },
  now: Date,
): Promise<Buffer> {
  const { recipientName, subject, text, inReplyTo, references, isAutomatic } = message.payload;
  const letter = new MailComposer({
    from: { name: settings.fromName, address: settings.fromAddress },
    to: [{ name: recipientName, address: message.recipient }],
    subject,
    text,
    attachments: message.attached.map(({ name, contentType, content }) => ({
      filename: name,
      contentType,
      content,
    })),
    messageId: named(message.externalId),
    ...(inReplyTo !== '' && { inReplyTo: named(inReplyTo) }),
    ...(references.length > 0 && { references: references.map(named) }),
    date: now,
    // What a person wrote an answering machine at the other end may answer once, and nothing else
    // (RFC 3834).
    headers: { 'Auto-Submitted': isAutomatic ? 'auto-generated' : 'no' },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return letter.compile().build();
}
