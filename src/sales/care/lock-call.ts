import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { reaches } from '../reach.ts';

export type Call = {
  id: number;
  dealId: number;
  subscriberId: number | null;
  day: number;
  tries: number;
  isDone: boolean;
};

/** A call of care of a deal within reach, held until the transaction ends; never a dropped one. */
export async function lockCall(ctx: Ctx, id: number): Promise<Call | undefined> {
  // care_calls_pkey, deals_pkey
  const { rows } = await sql<Call>`
    select k.id, k.deal_id, d.subscriber_id, k.day, k.tries, k.done_at is not null as is_done
    from   care_calls k join deals d on d.id = k.deal_id
    where  k.id = ${id} and k.dropped_at is null and ${reaches(ctx, 'sales.work')}
    for    update of k`.execute(ctx.db);
  return rows[0];
}
