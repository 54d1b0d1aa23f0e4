import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { conversationsWithin } from '../../conversations/index.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';

type Linked = {
  id: number;
  number: number;
  subscriberId: number | null;
  /** Somebody has called or written already. */
  isTouched: boolean;
};

/**
 * A conversation that the actor may see; its subscriber is the root of the cluster. Both are
 * locked, so that an erasure that begins meanwhile waits and finds by them what is made of it.
 */
export async function findConversation(ctx: Ctx, id: number): Promise<Result<Linked>> {
  // conversations_pkey, subscribers_pkey
  const { rows } = await sql<Linked>`
    select c.id, c.number, s.root_id as subscriber_id, c.touched_at is not null as is_touched
    from   conversations c left join subscribers s on s.id = c.subscriber_id
    where  c.id = ${id} and ${conversationsWithin(ctx)}
    for    share of c`.execute(ctx.db);
  const [found] = rows;
  if (!found) return fail('tickets.no_such_conversation');
  return (await isErased(ctx, found.subscriberId)) ? fail('subscribers.erased') : ok(found);
}

async function isErased(ctx: Ctx, subscriberId: number | null): Promise<boolean> {
  // subscribers_pkey
  const { rows } = await sql<{ isErased: boolean }>`
    select erased_at is not null as is_erased from subscribers
    where  id = ${subscriberId} for share`.execute(ctx.db);
  return rows[0]?.isErased === true;
}

/** Writes the link; a second time it changes nothing. @returns whether it was new */
export async function linkConversation(
  ctx: Ctx,
  ticketId: number,
  conversationId: number,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto('ticketConversations')
    .values({ ticketId, conversationId, linkedAt: ctx.clock.now() })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}
