import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { ClusterIds, TimelineRow, TimelineSource } from '../slots.ts';

/** Looks at the card are told only when asked for: they would drown what happened. */
const quiet = ['subscribers.viewed'];

/** The journal itself: events of everybody in the cluster, each with its personal details. */
export const journalSource: TimelineSource = {
  name: 'journal',
  types: [],
  load: async (ctx, ids, { before, limit, types }) =>
    readJournal(
      ctx,
      ids,
      sql`(e.occurred_at, e.id) < (${before.at}, ${before.id}) and ${
        types ? sql`e.type = any(${types})` : sql`e.type <> all(${quiet})`
      }`,
      limit,
    ),
};

async function readJournal(
  ctx: Ctx,
  ids: ClusterIds,
  condition: RawBuilder<unknown>,
  limit: number,
): Promise<TimelineRow[]> {
  // events_timeline (subscriber_id, occurred_at desc, id desc), read once per id in its own order
  const { rows } = await sql<TimelineRow>`
    select e.id, e.occurred_at as at, e.type, e.subject_kind, e.subject_id, e.facts,
           h.details, e.actor_kind, s.name as actor_name
    from   unnest(${ids}::bigint[]) as member (id)
    cross  join lateral (
      select e.id, e.occurred_at, e.type, e.subject_kind, e.subject_id, e.facts,
             e.actor_kind, e.actor_staff_id
      from   events e
      where  e.subscriber_id = member.id and ${condition}
      order  by e.occurred_at desc, e.id desc
      limit  ${limit}) e
    left   join personal_history h on h.event_id = e.id
    left   join staff s on s.id = e.actor_staff_id
    order  by e.occurred_at desc, e.id desc
    limit  ${limit}`.execute(ctx.db);
  return rows;
}
