import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { reaches } from '../reach.ts';

type Input = { id: number; isGood: boolean };

/** A friend who counts is rewarded, by night, once they have paid long enough. */
export async function decideFriendship(ctx: Ctx, { id, isGood }: Input): Promise<Result<Done>> {
  // friendships_pkey, subscribers_pkey; counted anew by night, as if nothing were known.
  const { rows } = await sql<{ subscriberId: number }>`
    update friendships f
    set    state = ${isGood ? 'connected' : 'refused'}, paid_months = 0,
           reason = case when ${isGood} then f.reason else 'by_hand' end,
           decided_at = ${ctx.clock.now()}, decided_by = ${staffIdOf(ctx.actor)}
    from   subscribers o join subscribers s on s.id = o.root_id
    where  f.id = ${id} and f.state = 'held' and o.id = f.inviter_id
    and    ${reaches(ctx, 'loyalty.check')}
    returning s.id as subscriber_id`.execute(ctx.db);
  const [held] = rows;
  if (!held) return fail('loyalty.not_held');
  await emit(ctx, {
    type: isGood ? 'loyalty.friend_accepted' : 'loyalty.friend_refused',
    subject: { kind: 'subscriber', id: held.subscriberId },
    subscriberId: held.subscriberId,
  });
  return ok({});
}
