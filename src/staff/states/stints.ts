import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Span } from './days.ts';

/** Nobody's screen stays open in one state for longer than this. */
const LOOK_BACK_MS = 31 * 86_400_000;

/** A change is written down this much after it happened at most, as when the program was down. */
const LATE_WRITTEN_MS = 86_400_000;

/**
 * What the people `who (id)` did, stint after stint, as the journal's changes tell it: columns
 * staff_id, state, is_here, began, ended, by_staff_id, cut to the span; a stint that goes on ends
 * now.
 */
export function stints(ctx: Ctx, { begins, ends }: Span): RawBuilder<unknown> {
  const now = ctx.clock.now();
  const last = ends < now ? ends : now;
  const since = new Date(begins.getTime() - LOOK_BACK_MS);
  const until = new Date(ends.getTime() + LATE_WRITTEN_MS);
  const columns = sql`e.id, e.subject_id, e.facts, e.occurred_at, e.actor_staff_id`;
  const isChange = sql`e.type = 'staff.presence_changed' and e.transaction_id is not null`;
  // events_audit (type, recorded_at DESC, id DESC)
  // events_subject (subject_kind, subject_id, id DESC)
  return sql`
    select staff_id, state, is_here, greatest(at, ${begins}::timestamptz) as began,
           least(next_at, ${last}::timestamptz) as ended, by_staff_id
    from  (select subject_id as staff_id, facts ->> 'state' as state,
                  (facts ->> 'isHere')::boolean as is_here, occurred_at as at,
                  coalesce(lead(occurred_at) over following, ${last}::timestamptz) as next_at,
                  actor_staff_id as by_staff_id
           from  (select ${columns} from who
                  join   events e on e.subject_id = who.id and e.subject_kind = 'staff'
                  where  ${isChange} and e.recorded_at >= ${begins} and e.recorded_at < ${until}
                  union  all
                  select told_before.* from who
                  cross  join lateral (
                    select ${columns} from events e
                    where  e.subject_kind = 'staff' and e.subject_id = who.id and ${isChange}
                    and    e.recorded_at >= ${since} and e.recorded_at < ${begins}
                    order  by e.id desc limit 1) told_before) told
           window following as (partition by subject_id order by occurred_at, id)) stint
    where  at < ${last} and next_at > ${begins} and at < next_at`;
}
