import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id } from '../../kernel/api/shapes.ts';
import { securities, troubles } from './choices.ts';
import { Changed, Host, Name, One, Port } from './shapes.ts';

const User = z.string().trim().max(254);
const Password = z.string().max(500);

export const MailboxSettings = z.object({
  imapHost: Host,
  imapPort: Port,
  imapSecurity: z.enum(securities),
  imapUser: User.min(1),
  imapFolder: z.string().trim().min(1).max(200).default('INBOX'),
  smtpHost: Host,
  smtpPort: Port,
  smtpSecurity: z.enum(securities),
  /** Empty where the server asks nobody who they are. */
  smtpUser: User,
  fromName: z
    .string()
    .trim()
    .max(100)
    .regex(/^[^\r\n]*$/),
  fromAddress: z.string().trim().max(254),
  /**
   * By what name the server that receives the letters signs what it has checked of their senders
   * (`Authentication-Results`). Empty: the address in From is believed as it stands.
   */
  checkedBy: z
    .string()
    .trim()
    .toLowerCase()
    .max(253)
    .regex(/^[^\s;()"]*$/)
    .default(''),
});
export type MailboxSettings = z.output<typeof MailboxSettings>;

/** Left out, they stay as they are, while server and user stay. They are never told again. */
const Passwords = z.object({
  imapPassword: Password.optional(),
  smtpPassword: Password.optional(),
});

const NewMailbox = MailboxSettings.extend({ name: Name, ...Passwords.shape });
export type NewMailbox = z.output<typeof NewMailbox>;

const Tried = z.object({ trouble: z.enum(troubles).nullable(), words: z.string() });

export const mailboxesApi = defineApi({
  'POST /api/channels': {
    summary: 'Add a mailbox; letters that come from now on become conversations',
    permission: 'channels.manage',
    takesSecret: true,
    input: NewMailbox,
    output: Changed,
    errors: ['channels.mailbox_taken', 'channels.too_many_channels'],
    status: 201,
  },
  'PUT /api/channels/{id}': {
    summary: 'Change a mailbox; another server or user needs the password again',
    permission: 'channels.manage',
    takesSecret: true,
    input: NewMailbox.extend(One.shape),
    output: Changed,
    errors: ['channels.not_found', 'channels.changed_meanwhile', 'channels.mailbox_taken'],
  },
  'POST /api/channels/test': {
    summary: 'Try both servers of a mailbox and say what is wrong; nothing is kept',
    permission: 'channels.manage',
    takesSecret: true,
    repeats: 'harmless',
    perMinute: 20,
    /** With an id, passwords left out are those that are kept, for the same server and user. */
    input: NewMailbox.omit({ name: true }).extend({ id: Id.optional() }),
    output: z.object({ imap: Tried, smtp: Tried }),
    errors: ['channels.not_found'],
  },
});
