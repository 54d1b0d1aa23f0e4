import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { tell } from '../record/change.ts';
import { clusterOf } from '../record/cluster.ts';
import { type Locked, lockConversation } from '../record/lock-conversation.ts';

type Pair = { id: number; otherId: number };

/** Says that two conversations are about one thing. Each shows the other; twice changes nothing. */
export async function linkConversations(ctx: Ctx, pair: Pair): Promise<Result<Done>> {
  const locked = await lockPair(ctx, pair);
  if (!locked.ok) return locked;
  const [oneId = 0, otherId = 0] = locked.value.map(({ id }) => id).toSorted((a, b) => a - b);
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto('conversationLinks')
    .values({ oneId, otherId, linkedAt: ctx.clock.now() })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 1n) await tellBoth(ctx, locked.value, 'conversations.linked');
  return ok({});
}

/** Takes such a word back, also where it was said of what became one of the two since. */
export async function unlinkConversations(ctx: Ctx, pair: Pair): Promise<Result<Done>> {
  const locked = await lockPair(ctx, pair);
  if (!locked.ok) return locked;
  const [one, other] = locked.value;
  const [ones, others] = [clusterOf(one.id), clusterOf(other.id)];
  // conversation_links_pkey, conversation_links_other
  const { numAffectedRows } = await sql`
    delete from conversation_links
    where  (one_id in ${ones} and other_id in ${others})
    or     (one_id in ${others} and other_id in ${ones})`.execute(ctx.db);
  if (numAffectedRows) await tellBoth(ctx, locked.value, 'conversations.unlinked');
  return ok({});
}

/** Both within reach, locked in the order of their ids. */
async function lockPair(ctx: Ctx, { id, otherId }: Pair): Promise<Result<[Locked, Locked]>> {
  if (otherId < id) await lockConversation(ctx, otherId, 'conversations.work');
  const one = await lockConversation(ctx, id, 'conversations.work');
  if (!one.ok) return one;
  const other = await lockConversation(ctx, otherId, 'conversations.work');
  if (!other.ok) return other;
  const isOne = one.value.id === other.value.id;
  return isOne ? fail('conversations.link_to_itself') : ok([one.value, other.value]);
}

async function tellBoth(
  ctx: Ctx,
  [one, other]: readonly [Locked, Locked],
  type: 'conversations.linked' | 'conversations.unlinked',
): Promise<void> {
  await tell(ctx, one, type, { otherId: other.id, otherNumber: other.number });
  await tell(ctx, other, type, { otherId: one.id, otherNumber: one.number });
}
