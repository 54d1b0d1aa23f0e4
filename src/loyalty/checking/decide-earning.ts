import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { postDue } from '../earning/post-due.ts';
import { reaches } from '../reach.ts';

type EarningState = 'pending' | 'held' | 'posted' | 'dropped' | 'reversed';
type Input = { id: number; isGood: boolean };

/** What is given is posted at once, if it is due; what is not is dropped for good. */
export async function decideEarning(ctx: Ctx, { id, isGood }: Input): Promise<Result<Done>> {
  // Whoever's they are is locked before them, as by night. loyalty_members_pkey
  await sql`
    select from loyalty_members
    where  subscriber_id = (select subscriber_id from point_earnings where id = ${id})
    for    share`.execute(ctx.db);
  const state: EarningState = isGood ? 'pending' : 'dropped';
  // point_earnings_pkey, subscribers_pkey
  const { rows } = await sql<{ subscriberId: number; ownerId: number; points: number }>`
    update point_earnings e
    set    state = ${state}, reason = ${isGood ? '' : 'by_hand'},
           decided_at = ${ctx.clock.now()}, decided_by = ${staffIdOf(ctx.actor)}
    from   subscribers o join subscribers s on s.id = o.root_id
    where  e.id = ${id} and e.state = 'held' and o.id = e.subscriber_id
    and    ${reaches(ctx, 'loyalty.check')}
    returning s.id as subscriber_id, e.subscriber_id as owner_id, e.points`.execute(ctx.db);
  const [held] = rows;
  if (!held) return fail('loyalty.not_held');
  if (isGood) await postDue(ctx, held.ownerId);
  await emit(ctx, {
    type: isGood ? 'loyalty.earning_given' : 'loyalty.earning_dropped',
    subject: { kind: 'subscriber', id: held.subscriberId },
    subscriberId: held.subscriberId,
    facts: { points: held.points },
  });
  return ok({});
}
