import { sql } from 'kysely';
import { type LiveAudience, liveReachOf } from '../kernel/live/audience.ts';
import { reaches, type TicketPermission } from './reach.ts';

const seen = 'tickets.view';
/** May change whose it is: former lists and pages have to let go of it. */
const passedOn = { permission: seen, leavesReach: true } as const;

/** What screens hear: all of it changes a list, a card or a page that is open somewhere. */
export const liveEvents: Readonly<Record<string, LiveAudience>> = {
  'tickets.opened': seen,
  'tickets.changed': passedOn,
  'tickets.closed': passedOn,
  'tickets.reopened': passedOn,
  'tickets.changed_in_bulk': passedOn,
  'tickets.bulk_undone': passedOn,
  'tickets.noted': seen,
  'tickets.labelled': seen,
  'tickets.told': seen,
  'tickets.file_attached': seen,
  'tickets.watchers_changed': seen,
  'tickets.conversation_joined': seen,
  'tickets.escalated': seen,
  'tickets.linked': seen,
  'tickets.unlinked': seen,
  'tickets.subject_added': seen,
  'tickets.subject_removed': seen,
  'tickets.correction_proposed': seen,
  'tickets.correction_posted': seen,
  'tickets.correction_refused': seen,
  'tickets.correction_withdrawn': seen,
  'tickets.split': seen,
  'tickets.split_off': seen,
  'tickets.unsplit': seen,
  'tickets.merged': seen,
  'tickets.unmerged': seen,
  'attention.tickets': seen,
  'tickets.category_created': 'signed-in',
  'tickets.category_changed': 'signed-in',
  'tickets.macro_created': 'signed-in',
  'tickets.macro_changed': 'signed-in',
  'tickets.rule_created': 'signed-in',
  'tickets.rule_changed': 'signed-in',
  'tickets.rule_switched_on': 'signed-in',
  'tickets.rule_switched_off': 'signed-in',
  'tickets.rules_ordered': 'signed-in',
  'tickets.recurrence_created': 'signed-in',
  'tickets.recurrence_changed': 'signed-in',
  'tickets.norm_set': 'signed-in',
  'tickets.norm_removed': 'signed-in',
  'tickets.listed': 'nobody',
  'tickets.exported': 'nobody',
};

/** Who is at which ticket, told by `work`. */
export const attention = { type: 'attention.tickets', kind: 'ticket' } as const;

/** Whose tickets screens hear of. */
export const liveReach = liveReachOf('ticket', (ctx, permission, ids) => {
  // tickets_pkey
  return sql`
  select t.id from tickets t
  where  t.id = any(${ids}::bigint[])
  and    ${reaches(ctx, permission as TicketPermission)}`;
});
