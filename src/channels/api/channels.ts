import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Instant, Nothing } from '../../kernel/api/shapes.ts';
import { AsteriskSettings } from './asterisk.ts';
import { ChatSettings } from './chat.ts';
import { troubles } from './choices.ts';
import { MailboxSettings } from './mailboxes.ts';
import { Changed, One, Version } from './shapes.ts';
import { KeptBot } from './telegram.ts';
import { TelephonySettings } from './telephony.ts';
import { VkSettings } from './vk.ts';

/**
 * What came by a channel within a day, and where it is now. `seen` is what was brought to us,
 * `stored` that without `repeats`; every message stored is in one of the others. `lost` is what is
 * in none: it was understood and stands in no conversation.
 */
const Tally = z.object({
  seen: z.int(),
  repeats: z.int(),
  stored: z.int(),
  /** Stands in a conversation. */
  shown: z.int(),
  /** Was read and starts nothing: a change of words, a report, leave to write. */
  noted: z.int(),
  refused: z.int(),
  quarantined: z.int(),
  waiting: z.int(),
  lost: z.int(),
});
export type Tally = z.output<typeof Tally>;

/** What came in by any way, connected channels and the site's form. */
const Incoming = z.object({
  lastInAt: Instant.nullable(),
  /** Stored and not yet understood. */
  waitingIn: z.int(),
  /** Refused or not understood, to be looked at. */
  setAside: z.int(),
  /** Of them those that could not be understood: they wait for a person's word. */
  undecided: z.int(),
  today: Tally,
});

/** How a channel is, whatever its kind. */
const Health = Incoming.extend({
  id: Id,
  name: z.string(),
  state: z.enum(['on', 'paused']),
  lastOutAt: Instant.nullable(),
  /** What is wrong with one of its servers since `errorAt`: a code, and its own words. */
  troubleOf: z.enum(['imap', 'smtp', 'api']).nullable(),
  trouble: z.enum(troubles).nullable(),
  error: z.string().nullable(),
  errorAt: Instant.nullable(),
  /** Written and not yet gone. */
  waitingOut: z.int(),
  /** Of which a person must say whether they arrived. */
  unknownOut: z.int(),
  /** What the provider had for us when it was last asked; null where it does not say. */
  waitingThere: z.int().nullable(),
  /** What a mailbox itself held of the last day, and what of it was never stored; else not told. */
  thereCount: z.int().nullable(),
  thereMissing: z.int().nullable(),
  thereAt: Instant.nullable(),
  lookedAt: Instant.nullable(),
  version: Version,
});

/** With what it is set to, save its secrets. */
const Channel = z.discriminatedUnion('kind', [
  Health.extend({ kind: z.literal('email'), settings: MailboxSettings }),
  Health.extend({ kind: z.literal('telegram'), settings: KeptBot }),
  Health.extend({ kind: z.literal('vk'), settings: VkSettings }),
  Health.extend({ kind: z.literal('chat'), settings: ChatSettings }),
  Health.extend({ kind: z.literal('asterisk'), settings: AsteriskSettings }),
  Health.extend({ kind: z.literal('telephony'), settings: TelephonySettings }),
]);

const seen = { input: One, output: Changed };
const errors = ['channels.not_found', 'channels.changed_meanwhile'] as const;

/** What can be done with a channel of any kind. */
export const channelsApi = defineApi({
  'GET /api/channels': {
    summary: 'Channels that people write to and are answered on, and how they are',
    permission: 'channels.manage',
    input: Nothing,
    output: z.object({ rows: z.array(Channel), form: Incoming }),
  },
  'POST /api/channels/{id}/pause': {
    summary: 'Stop reading a channel and sending by it; what comes and is written waits',
    permission: 'channels.manage',
    ...seen,
    errors,
  },
  'POST /api/channels/{id}/resume': {
    summary: 'Read a channel and send by it again',
    permission: 'channels.manage',
    ...seen,
    errors,
  },
  'POST /api/channels/{id}/test': {
    summary: 'Try each server of a channel as it is set, and say what is wrong',
    permission: 'channels.manage',
    repeats: 'harmless',
    perMinute: 20,
    input: z.object({ id: Id }),
    output: z.object({
      tried: z.array(
        z.object({
          server: z.enum(['imap', 'smtp', 'api']),
          trouble: z.enum(troubles).nullable(),
          words: z.string(),
        }),
      ),
    }),
    errors: ['channels.not_found'],
  },
});
