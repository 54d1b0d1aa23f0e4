import { sql } from 'kysely';
import { type LiveAudience, liveReachOf } from '../kernel/live/audience.ts';
import type { LiveNote } from '../kernel/live/hub.ts';
import { type DeskPermission, reaches } from './reach.ts';

const seen = 'conversations.view';
/** From hand to hand: whoever may not reach it any more has to take it off the screen. */
const passedOn = { permission: seen, leavesReach: true } as const;

/** Whose phone it is, and nobody else's: how others' calls go is not theirs to follow. */
const onTheLine = {
  permission: seen,
  only: ({ facts }: LiveNote) => {
    const staffIds = facts['staffIds'];
    return Array.isArray(staffIds) ? (staffIds as readonly unknown[]) : [];
  },
} as const;

/** Whoever has promised to come back, wherever the conversation has gone since. */
const promiser = {
  permission: 'signed-in',
  only: ({ facts }: LiveNote) => [facts['staffId']],
} as const;

/** What screens hear: all of it changes some list, clock or card that is open somewhere. */
export const liveEvents: Readonly<Record<string, LiveAudience>> = {
  'conversations.opened': seen,
  'conversations.message_came': seen,
  'conversations.message_edited': seen,
  'conversations.file_came': seen,
  'conversations.recording_came': seen,
  'conversations.recording_listened': 'nobody',
  'conversations.message_written': seen,
  'conversations.message_sent': seen,
  'conversations.message_failed': seen,
  'conversations.message_unknown': seen,
  'conversations.message_settled': seen,
  'conversations.message_read': seen,
  'conversations.offered': seen,
  'conversations.offer_ended': seen,
  'conversations.taken': passedOn,
  'conversations.released': passedOn,
  'conversations.assigned': passedOn,
  'conversations.escalated': seen,
  'conversations.call_started': seen,
  'conversations.call_changed': onTheLine,
  'conversations.call_answered': passedOn,
  'conversations.call_missed': seen,
  'conversations.call_ended': seen,
  'conversations.outcome_recorded': seen,
  'conversations.noted': seen,
  'conversations.labelled': seen,
  'conversations.merged': seen,
  'conversations.merged_away': seen,
  'conversations.unmerged': seen,
  'conversations.split': seen,
  'conversations.split_off': seen,
  'conversations.unsplit': seen,
  'conversations.linked': seen,
  'conversations.unlinked': seen,
  'conversations.snoozed': seen,
  'conversations.woken': seen,
  'conversations.try_due': seen,
  'conversations.closed': seen,
  'conversations.reopened': seen,
  'conversations.sender_recognised': seen,
  'conversations.sender_named': seen,
  'conversations.caller_verified': seen,
  'conversations.caller_refused': seen,
  'conversations.caller_let_through': seen,
  'conversations.code_sent': seen,
  'conversations.follow_up_set': seen,
  'conversations.follow_up_due': promiser,
  'conversations.follow_up_done': seen,
  'conversations.follow_up_reopened': seen,
  'conversations.settings_changed': seen,
  'attention.conversations': seen,
};

/** Who is at which conversation, told by `work`. */
export const attention = { type: 'attention.conversations', kind: 'conversation' } as const;

/** Whose conversations screens hear of. */
export const liveReach = liveReachOf('conversation', (ctx, permission, ids) => {
  // conversations_pkey
  return sql`
  select c.id from conversations c
  where  c.id = any(${ids}::bigint[])
  and    ${reaches(ctx, permission as DeskPermission)}`;
});
