import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

export type Notice = { event: string; objectId: string; body: string };

/** It waits to come again, until something was made of it. */
export type NoticeState = 'waiting' | 'done' | 'ignored' | 'refused';

/**
 * Keeps what a gateway tells as it came, before it is understood; told again it is the same.
 * @returns by what it is settled
 */
export async function keepNotice(ctx: Ctx, sourceId: number, notice: Notice): Promise<number> {
  const { event, objectId, body } = notice;
  const { rows } = await sql<{ id: number }>`
    insert into payment_notices as known (source_id, received_at, event, object_id, body)
    values (${sourceId}, ${ctx.clock.now()}, ${event}, ${objectId}, ${body})
    on     conflict (source_id, event, object_id) do update set times = known.times + 1
    returning id`.execute(ctx.db);
  return rows[0]?.id ?? 0;
}

/** Says what was made of it; what waits comes again. */
export const settleNotice = (
  ctx: Ctx,
  id: number,
  state: NoticeState,
  words: string,
): Promise<unknown> =>
  ctx.db.updateTable('paymentNotices').set({ state, words }).where('id', '=', id).execute();
