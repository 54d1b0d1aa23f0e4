import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Instant, Nothing } from '../../kernel/api/shapes.ts';
import { closings } from './outcomes.ts';

/** What came of a call, as the exchange saw it. */
export const callResults = [
  'answered',
  'missed',
  'abandoned',
  'no_answer',
  'busy',
  'failed',
  'unknown',
] as const;
export type CallResult = (typeof callResults)[number];

const recordingStates = ['waiting', 'fetched', 'failed', 'erased'] as const;

/** A call of a conversation, in its feed. */
export const CallLine = z.object({
  id: Id,
  direction: z.enum(['in', 'out']),
  staffName: z.string().nullable(),
  beganAt: Instant,
  answeredAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  result: z.enum(callResults).nullable(),
  /** What was said, part by part: on its way, here, or out of reach. */
  recordings: z.array(z.object({ id: Id, state: z.enum(recordingStates) })),
});

/** Who calls, in a glance: what is read before the first word is said. */
const Caller = z.object({
  id: Id,
  name: z.string(),
  /** As the base has it: null where the one who looks may not see. */
  status: z.string().nullable(),
  address: z.string().nullable(),
  accounts: z.array(z.object({ number: z.string(), balanceMinor: z.int(), currency: z.string() })),
});

const LineNow = z.object({
  id: Id,
  direction: z.enum(['in', 'out']),
  phone: z.string(),
  ourNumber: z.string(),
  /** `over` until its outcome is told. */
  state: z.enum(['ringing', 'talking', 'over']),
  beganAt: Instant,
  answeredAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  result: z.enum(callResults).nullable(),
  conversationId: Id.nullable(),
  /** By when somebody should have answered. */
  touchDueAt: Instant.nullable(),
  normSeconds: z.int(),
  caller: Caller.nullable(),
  /** What was between us lately, the newest first. */
  contacts: z.array(
    z.object({
      id: Id,
      number: z.int(),
      channel: z.string(),
      subject: z.string(),
      openedAt: Instant,
      state: z.enum(['open', 'snoozed', 'closed']),
      closedOutcome: z.enum(closings).nullable(),
    }),
  ),
  /** What other domains know of the caller that matters now. */
  parts: z.record(z.string(), z.unknown()),
});

export const callsApi = defineApi({
  'GET /api/conversations/{id}/calls/{callId}/recording': {
    summary: 'What was said in a call; each listening is written down',
    permission: 'conversations.listen',
    kind: 'download',
    /** Without `recordingId`, the first. */
    input: z.object({ id: Id, callId: Id, recordingId: Id.optional() }),
    output: Nothing,
    errors: ['conversations.recording_not_found'],
  },
  'GET /api/calls/mine': {
    summary: 'What rings at my phone, who I speak with, and calls whose outcome I have not told',
    permission: 'conversations.work',
    input: Nothing,
    output: z.object({ calls: z.array(LineNow) }),
  },
});
