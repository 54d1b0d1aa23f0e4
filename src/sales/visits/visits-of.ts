import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import type { DealVisit } from '../api/visits.ts';
import { isToCome } from './to-come.ts';

type Visit = z.input<typeof DealVisit>;

/** So many of the latest are told of. */
const MOST = 10;

/** Visits of a deal, the latest last: at most one to come, and those that took place or not. */
export async function visitsOf(ctx: Ctx, dealId: number, isHidden: boolean): Promise<Visit[]> {
  // visits_deal (deal_id, …) where cancelled_at is null, visits_called_off (deal_id), primary keys
  const { rows } = await sql<Visit>`
    select v.id, v.on_day as "on", t.from_minute, t.to_minute, s.name as booked_by,
           case when v.cancelled_at is not null then 'called_off'
                when ${isToCome(ctx)} then 'coming' else 'over' end as state,
           case when ${isHidden} then '' else v.cancel_reason end as reason
    from   visits v
    join   visit_slots t on t.id = v.slot_id
    left   join staff s on s.id = v.booked_by
    where  v.deal_id = ${dealId}
    order  by v.id desc limit ${MOST}`.execute(ctx.db);
  return rows.toReversed();
}
