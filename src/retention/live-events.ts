import { sql } from 'kysely';
import { type LiveAudience, liveReachOf } from '../kernel/live/audience.ts';
import { careEvents } from './lists/live-events.ts';
import { playEvents } from './plays/live-events.ts';
import { type CasePermission, reaches } from './reach.ts';

const seen = 'retention.work';
const settings = 'retention.manage';
/** May change whose it is: former lists have to let go of it. */
const passedOn = { permission: seen, leavesReach: true } as const;

/** What screens hear. */
export const liveEvents: Readonly<Record<string, LiveAudience>> = {
  'retention.case_opened': seen,
  'retention.wish_joined': seen,
  'retention.wish_moved': seen,
  'retention.cases_joined': seen,
  'retention.cases_parted': seen,
  'retention.case_late': seen,
  'retention.notice_due': seen,
  'retention.reason_given': seen,
  'retention.case_assigned': passedOn,
  'retention.call_planned': seen,
  'retention.spoken': seen,
  'retention.mood_marked': seen,
  'retention.case_closed': seen,
  'retention.case_reopened': seen,
  'retention.offer_taken': seen,
  'retention.offer_refused': seen,
  'retention.offer_undone': seen,
  'retention.exit_accepted': seen,
  'retention.exit_withdrawn': seen,
  'retention.exit_stuck': seen,
  'retention.equipment_noted': seen,
  'retention.notice_decided': seen,
  'attention.cases': seen,
  'retention.reason_added': settings,
  'retention.reason_changed': settings,
  'retention.rule_added': settings,
  'retention.rule_changed': settings,
  'retention.risk_version_activated': 'retention.model',
  'retention.risk_settings_changed': 'retention.model',
  'retention.risk_training_asked': 'retention.model',
  'retention.trial_changed': settings,
  'retention.plan_exported': 'nobody',
  'retention.risks_listed': 'nobody',
  'retention.risks_exported': 'nobody',
  'retention.desk_changed': settings,
  'retention.offer_added': settings,
  'retention.offer_changed': settings,
  'retention.sign_changed': settings,
  'retention.cases_listed': 'nobody',
  'retention.cases_exported': 'nobody',
  ...careEvents,
  ...playEvents,
};

/** Who is at which case, told by `work`. */
export const attention = { type: 'attention.cases', kind: 'case' } as const;

/** Whose cases screens hear of. */
export const liveReach = liveReachOf('case', (ctx, permission, ids) => {
  // retention_cases_pkey
  return sql`
  select c.id from retention_cases c
  where  c.id = any(${ids}::bigint[]) and ${reaches(ctx, permission as CasePermission)}`;
});
