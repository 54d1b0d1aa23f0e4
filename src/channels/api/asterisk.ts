import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id } from '../../kernel/api/shapes.ts';
import { numberForms, troubles } from './choices.ts';
import { Changed, Host, Name, One, Port, RecordingsFrom } from './shapes.ts';

/** Where an extension stands in the name of a channel: `PJSIP/{extension}`. */
const DialChannel = z
  .string()
  .trim()
  .max(100)
  .regex(/^[A-Za-z0-9]+\/[\w@.-]*\{extension\}[\w@./-]*$/, { error: 'channels.bad_dial_channel' });

export const AsteriskSettings = z.object({
  host: Host,
  port: Port.default(5038),
  /** TLS, at a port of its own. */
  isEncrypted: z.boolean().default(false),
  user: z.string().trim().min(1).max(100),
  /** Which phone is rung first, when somebody is to be called from the desk. */
  dialChannel: DialChannel.default('PJSIP/{extension}'),
  /** The context of the dial plan in which the number is then dialled. */
  dialContext: z
    .string()
    .trim()
    .max(80)
    .regex(/^[\w-]+$/, { error: 'channels.bad_context' })
    .default('from-internal'),
  /** How the dial plan wants numbers written. */
  numberForm: z.enum(numberForms).default('without_plus'),
  recordingsFrom: RecordingsFrom,
});
export type AsteriskSettings = z.output<typeof AsteriskSettings>;

/** Left out, it stays as it is, while server and user stay. It is never told again. */
const NewAsterisk = AsteriskSettings.extend({
  name: Name,
  password: z.string().max(500).optional(),
});
export type NewAsterisk = z.output<typeof NewAsterisk>;

export const asteriskApi = defineApi({
  'POST /api/channels/asterisk': {
    summary: 'Add an Asterisk: its calls are seen at the desk, and dialled from there',
    permission: 'channels.manage',
    takesSecret: true,
    input: NewAsterisk,
    output: Changed,
    errors: ['channels.too_many_channels', 'channels.exchange_taken'],
    status: 201,
  },
  'PUT /api/channels/asterisk/{id}': {
    summary: 'Change an Asterisk; another server or user needs the password again',
    permission: 'channels.manage',
    takesSecret: true,
    input: NewAsterisk.extend(One.shape),
    output: Changed,
    errors: ['channels.not_found', 'channels.changed_meanwhile', 'channels.exchange_taken'],
  },
  'POST /api/channels/asterisk/test': {
    summary: 'Sign in to an Asterisk and say what is wrong; nothing is kept',
    permission: 'channels.manage',
    takesSecret: true,
    repeats: 'harmless',
    perMinute: 20,
    /** With an id, a password left out is the one that is kept, for the same server and user. */
    input: NewAsterisk.omit({ name: true }).extend({ id: Id.optional() }),
    output: z.object({ trouble: z.enum(troubles).nullable(), words: z.string() }),
    errors: ['channels.not_found'],
  },
});
