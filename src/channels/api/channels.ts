import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Instant, Nothing } from '../../kernel/api/shapes.ts';
import { AsteriskSettings } from './asterisk.ts';
import { troubles } from './choices.ts';
import { MailboxSettings } from './mailboxes.ts';
import { Changed, One, Version } from './shapes.ts';
import { KeptBot } from './telegram.ts';
import { VkSettings } from './vk.ts';

/** How a channel is, whatever its kind. */
const Health = z.object({
  id: Id,
  name: z.string(),
  state: z.enum(['on', 'paused']),
  lastInAt: Instant.nullable(),
  lastOutAt: Instant.nullable(),
  /** What is wrong with one of its servers since `errorAt`: a code, and its own words. */
  troubleOf: z.enum(['imap', 'smtp', 'api']).nullable(),
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

/** With what it is set to, save its secrets. */
const Channel = z.discriminatedUnion('kind', [
  Health.extend({ kind: z.literal('email'), settings: MailboxSettings }),
  Health.extend({ kind: z.literal('telegram'), settings: KeptBot }),
  Health.extend({ kind: z.literal('vk'), settings: VkSettings }),
  Health.extend({ kind: z.literal('asterisk'), settings: AsteriskSettings }),
]);

const seen = { input: One, output: Changed };
const errors = ['channels.not_found', 'channels.changed_meanwhile'] as const;

/** What can be done with a channel of any kind. */
export const channelsApi = defineApi({
  'GET /api/channels': {
    summary: 'Channels that people write to and are answered on, and how they are',
    permission: 'channels.manage',
    input: Nothing,
    output: z.object({ rows: z.array(Channel) }),
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
});
