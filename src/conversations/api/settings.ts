import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Nothing } from '../../kernel/api/shapes.ts';
import { channels } from './words.ts';
import { verifyModes } from '../verifying/modes.ts';

const HeadStart = z.int().min(0).max(3600);
const MONTH_SECONDS = 30 * 86_400;

export const DeskSettings = z.object({
  /** How long an offer stands before one agent. */
  offerSeconds: z.int().min(5).max(300),
  /** Offers of one request before the supervisor is called. */
  offerLimit: z.int().min(1).max(20),
  /** The share of the norm after which the supervisor is called, if nobody has taken it. */
  escalatePercent: z.int().min(10).max(100),
  /** How many days what was said in calls is kept. */
  recordingsKeptDays: z.int().min(1).max(3650),
  /** Pauses before the second try, the third …; whole days keep the hour of day. */
  retryDelaysSeconds: z.array(z.int().min(60).max(MONTH_SECONDS)).max(10),
  /** Whether whoever calls is verified, and whether all that is personal is hidden until then. */
  verifyCallers: z.enum(verifyModes),
  /** How long a request is kept for those who have the skill that it asks for. */
  skillWaitSeconds: z.int().min(0).max(600),
  /** By how much a subscriber of the upper quarter, and of the top twentieth, goes ahead. */
  headStartSeconds: z.tuple([HeadStart, HeadStart]),
  /**
   * How much of one's limit a conversation of a channel takes, in percent of one, and how many of
   * them one bears at once; a channel that is not named takes one whole.
   */
  channelLoads: z.partialRecord(
    z.enum(channels),
    z.object({
      percent: z.int().min(0).max(300),
      most: z.int().min(0).max(100).nullable(),
    }),
  ),
});

export type DeskSettings = z.output<typeof DeskSettings>;

export const settingsApi = defineApi({
  'GET /api/desk-settings': {
    summary: 'How requests are offered, escalated and tried again',
    permission: 'conversations.view',
    input: Nothing,
    output: DeskSettings,
  },
  'PUT /api/desk-settings': {
    summary: 'Change how requests are offered, escalated and tried again',
    permission: 'conversations.settings',
    input: DeskSettings,
    output: Nothing,
  },
});
