import { sql } from 'kysely';
import { type LiveAudience, liveReachOf } from '../../kernel/live/audience.ts';
import { taskReach } from './lock-task.ts';

const seen = 'retention.work';

/** What screens hear of lists of care and of what they put before people. */
export const careEvents: Readonly<Record<string, LiveAudience>> = {
  'retention.list_started': 'retention.care',
  'retention.list_ended': 'retention.care',
  'retention.care_taken': { permission: seen, leavesReach: true },
  'retention.care_done': seen,
  'retention.care_reopened': seen,
};

/** Whose tasks screens hear of. */
export const careLiveReach = liveReachOf('care_task', (ctx, _, ids) => {
  // care_list_members_id, subscribers_pkey
  return sql`
  select m.id from care_list_members m
  join   subscribers s on s.id = m.subscriber_id
  join   subscribers r on r.id = s.root_id
  where  m.id = any(${ids}::bigint[]) and ${taskReach(ctx)}`;
});
