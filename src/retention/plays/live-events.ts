import { sql } from 'kysely';
import { type LiveAudience, liveReachOf } from '../../kernel/live/audience.ts';
import { taskReach } from './lock-task.ts';

const seen = 'retention.work';
const settings = 'retention.plays';

/** What screens hear of plays and of what they put before people. */
export const playEvents: Readonly<Record<string, LiveAudience>> = {
  'retention.play_task_made': seen,
  'retention.play_task_taken': { permission: seen, leavesReach: true },
  'retention.play_task_tried': seen,
  'retention.play_task_done': seen,
  'retention.play_task_reopened': seen,
  'retention.play_added': settings,
  'retention.play_changed': settings,
  'retention.play_switched_on': settings,
  'retention.play_switched_off': settings,
  'retention.play_settings_changed': settings,
};

/** Whose tasks screens hear of. */
export const taskLiveReach = liveReachOf('play_task', (ctx, _, ids) => {
  // play_tasks_pkey
  return sql`
  select k.id from play_tasks k where k.id = any(${ids}::bigint[]) and ${taskReach(ctx)}`;
});
