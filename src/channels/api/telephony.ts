import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { hookProviders } from './choices.ts';
import { Changed, Name, One, RecordingsFrom } from './shapes.ts';

export const TelephonySettings = z.object({
  provider: z.enum(hookProviders),
  recordingsFrom: RecordingsFrom,
});
export type TelephonySettings = z.output<typeof TelephonySettings>;

const Secret = z.string().trim().max(500);

/** Left out, they stay as they are, while the provider stays. They are never told again. */
const NewTelephony = TelephonySettings.extend({
  name: Name,
  /** The key by which Mango names us, and Zadarma where recordings are fetched. */
  key: Secret.optional(),
  /** Mango's salt, Zadarma's secret, or one of our own choice. */
  secret: Secret.optional(),
});
export type NewTelephony = z.output<typeof NewTelephony>;

export const telephonyApi = defineApi({
  'POST /api/channels/telephony': {
    summary: 'Add an exchange in somebody’s cloud, which tells of calls by calling us',
    permission: 'channels.manage',
    takesSecret: true,
    input: NewTelephony,
    output: Changed,
    errors: ['channels.too_many_channels'],
    status: 201,
  },
  'PUT /api/channels/telephony/{id}': {
    summary: 'Change an exchange in somebody’s cloud; another provider needs its secrets anew',
    permission: 'channels.manage',
    takesSecret: true,
    input: NewTelephony.extend(One.shape),
    output: Changed,
    errors: ['channels.not_found', 'channels.changed_meanwhile'],
  },
});
