import { z } from 'zod';
import { defineApi, defineErrors } from '../kernel/api/define.ts';
import { Id, Instant, Nothing, Paging } from '../kernel/api/shapes.ts';
import { asteriskApi } from './api/asterisk.ts';
import { channelsApi } from './api/channels.ts';
import { chatApi } from './api/chat.ts';
import { mailboxesApi } from './api/mailboxes.ts';
import { telegramApi } from './api/telegram.ts';
import { sources } from './api/choices.ts';
import { telephonyApi } from './api/telephony.ts';
import { vkApi } from './api/vk.ts';

export { troubles, type WrittenKind } from './api/choices.ts';

/** A tick of a form (`on`, `true`, `1`) or a boolean of a program. */
const Ticked = z.union([z.boolean(), z.string().max(10)]).transform((tick) => {
  return typeof tick === 'boolean' ? tick : ['on', 'true', '1', 'yes'].includes(tick);
});

/** What people ask a provider for; the form shows them as one row of choices. */
export const topics = ['connect', 'repair', 'payment', 'tariff', 'other'] as const;

export const NewRequest = z.object({
  topic: z.enum(topics).default('other'),
  name: z.string().trim().max(200).default(''),
  /** In any notation: `8 (912) 345-67-89`, `+7 912 …`. */
  phone: z.string().trim().min(1).max(40),
  address: z.string().trim().max(300).default(''),
  /** What is wanted, in the sender's own words. */
  wanted: z.string().trim().max(4000).default(''),
  consent: Ticked.default(false).refine((given) => given, { error: 'channels.consent_needed' }),
  /** The page on which the form stood. */
  page: z.string().trim().max(500).default(''),
  /** The form's own key, for senders that cannot set the header `Idempotency-Key`. */
  key: z.string().trim().max(200).default(''),
  /** When the form was shown; a form that was filled in no time was filled by a program. */
  shownAt: z.string().trim().max(40).default(''),
  /** A field that no person sees. */
  website: z.string().max(500).default(''),
});

export type RequestForm = z.output<typeof NewRequest>;

const RawMessage = z.object({
  id: Id,
  channel: z.enum(sources),
  state: z.enum(['waiting', 'understood', 'refused', 'quarantined']),
  receivedAt: Instant,
  tries: z.int(),
  /** Why it could not be understood, in the words of the program. */
  error: z.string().nullable(),
  name: z.string(),
  phone: z.string(),
  /** Of a letter: who sent it. */
  email: z.string(),
  wanted: z.string(),
});

const Keeping = z.object({
  refusedKeptDays: z.int().min(1).max(3650).nullable(),
  version: z.int(),
});

const incomingApi = defineApi({
  'POST /api/public/requests': {
    summary: 'Leave a request from a site: what is wanted, and whom to call back',
    permission: 'public',
    isCrossOrigin: true,
    repeats: 'own',
    perMinute: 30,
    input: NewRequest,
    output: z.object({
      /** Null for the moment in which the request is kept and not yet understood. */
      number: z.int().nullable(),
      /** Until when a person calls back, by the operator's norm. */
      callBackBy: Instant,
    }),
    errors: [
      'channels.bad_phone',
      'channels.consent_needed',
      'channels.too_fast',
      'channels.too_many_from_phone',
      'channels.too_many_from_address',
      'kernel.key_reused',
    ],
    status: 202,
  },
  'GET /api/channels/messages': {
    summary: 'Messages that were set aside: refused as rubbish, or not understood',
    permission: 'channels.view',
    input: Paging.extend({
      state: z.enum(['quarantined', 'refused', 'waiting']).optional(),
      /** Of one channel alone, by its id; `form` is the site's. */
      by: Id.or(z.literal('form')).optional(),
    }),
    output: z.object({
      rows: z.array(RawMessage),
      next: z.string().nullable(),
      counts: z.object({ quarantined: z.int(), refused: z.int(), waiting: z.int() }),
    }),
  },
  'POST /api/channels/messages/{id}/dismiss': {
    summary: 'Say of a message that could not be understood that it is no request',
    permission: 'channels.view',
    input: z.object({ id: Id }),
    output: Nothing,
    errors: ['channels.message_not_found'],
  },
  'GET /api/channels/keeping': {
    summary: 'For how many days what was refused is kept; null: for good',
    permission: 'channels.manage',
    input: Nothing,
    output: Keeping,
  },
  'PUT /api/channels/keeping': {
    summary: 'Set a term after which what was refused is deleted, or lift it',
    permission: 'channels.manage',
    input: Keeping,
    output: Keeping,
    errors: ['channels.changed_meanwhile'],
  },
  'POST /api/channels/messages/{id}/retry': {
    summary: 'Take a message up that was set aside, as if it had just been stored',
    permission: 'channels.view',
    input: z.object({ id: Id }),
    output: Nothing,
    errors: ['channels.message_not_found'],
  },
});

export const api = {
  ...incomingApi,
  ...channelsApi,
  ...mailboxesApi,
  ...telegramApi,
  ...vkApi,
  ...chatApi,
  ...asteriskApi,
  ...telephonyApi,
};

export const errors = defineErrors({
  'channels.bad_phone': 422,
  'channels.consent_needed': 422,
  'channels.too_fast': 422,
  'channels.too_many_from_phone': 429,
  'channels.too_many_from_address': 429,
  'channels.message_not_found': 404,
  'channels.file_not_found': 404,
  'channels.not_found': 404,
  'channels.changed_meanwhile': 409,
  'channels.mailbox_taken': 409,
  'channels.message_settled': 409,
  'channels.bot_taken': 409,
  'channels.community_taken': 409,
  'channels.too_many_channels': 422,
  'channels.password_needed': 422,
  'channels.bad_from': 422,
  'channels.bad_host': 422,
  'channels.bad_url': 422,
  'channels.bad_group': 422,
  'channels.public_url_needed': 422,
  'channels.exchange_taken': 409,
  'channels.bad_dial_channel': 422,
  'channels.bad_context': 422,
});
