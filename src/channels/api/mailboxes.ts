import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Instant, Nothing } from '../../kernel/api/shapes.ts';
import { securities, troubles } from './choices.ts';

const Host = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$|^[a-f0-9:]{2,45}$/, {
    error: 'channels.bad_host',
  });
const Port = z.coerce.number().int().min(1).max(65_535);
const User = z.string().trim().max(254);
const Password = z.string().max(500);
const Name = z.string().trim().min(1).max(100);

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
});
export type MailboxSettings = z.output<typeof MailboxSettings>;

/** Left out, they stay as they are, while server and user stay. They are never told again. */
const Passwords = z.object({
  imapPassword: Password.optional(),
  smtpPassword: Password.optional(),
});

const NewMailbox = MailboxSettings.extend({ name: Name, ...Passwords.shape });
export type NewMailbox = z.output<typeof NewMailbox>;

const Version = z.coerce.number().int().positive();

const Mailbox = MailboxSettings.extend({
  id: Id,
  kind: z.enum(['email']),
  name: z.string(),
  state: z.enum(['on', 'paused']),
  lastInAt: Instant.nullable(),
  lastOutAt: Instant.nullable(),
  /** What is wrong with one of its servers since `errorAt`: a code, and its own words. */
  troubleOf: z.enum(['imap', 'smtp']).nullable(),
  trouble: z.enum(troubles).nullable(),
  error: z.string().nullable(),
  errorAt: Instant.nullable(),
  /** Stored and not yet understood. */
  waitingIn: z.int(),
  /** Refused or not understood, to be looked at. */
  setAside: z.int(),
  /** Written and not yet gone. */
  waitingOut: z.int(),
  /** Of which a person must say whether they arrived. */
  unknownOut: z.int(),
  version: Version,
});

const One = z.object({ id: Id, version: Version });
const Changed = z.object({ id: Id, version: Version });
const Tried = z.object({ trouble: z.enum(troubles).nullable(), words: z.string() });

export const mailboxesApi = defineApi({
  'GET /api/channels': {
    summary: 'Mailboxes that are read and answered from, and how they are',
    permission: 'channels.manage',
    input: Nothing,
    output: z.object({ rows: z.array(Mailbox) }),
  },
  'POST /api/channels': {
    summary: 'Add a mailbox; letters that come from now on become conversations',
    permission: 'channels.manage',
    takesSecret: true,
    input: NewMailbox,
    output: Changed,
    errors: ['channels.mailbox_taken', 'channels.too_many_mailboxes'],
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
  'POST /api/channels/{id}/pause': {
    summary: 'Stop reading a mailbox and sending from it; what is written waits',
    permission: 'channels.manage',
    input: One,
    output: Changed,
    errors: ['channels.not_found', 'channels.changed_meanwhile'],
  },
  'POST /api/channels/{id}/resume': {
    summary: 'Read a mailbox and send from it again',
    permission: 'channels.manage',
    input: One,
    output: Changed,
    errors: ['channels.not_found', 'channels.changed_meanwhile'],
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
