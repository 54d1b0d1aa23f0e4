import { sql } from 'kysely';
import { type Ctx, reachOf } from '../../kernel/context.ts';
import { veiledNow } from '../../kernel/veil.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { me, reaches } from '../reach.ts';
import { aboutColumns } from '../skills/about.ts';
import type { About } from '../skills/needs.ts';
import { neededBy } from '../skills/skill-rules.ts';
import { type DeskRow, rowColumns, rowJoins, rowsWhere } from '../queues/row-query.ts';

type Found = DeskRow & About & { expiresAt: Date; offeredAt: Date };

type Offered = Omit<Found, 'labelIds' | 'firstWords'> & { needs: { id: number; name: string }[] };

const MOST_ESCALATED = 20;

/** What stands before me now: at most one offer, and for a supervisor what was escalated. */
export async function myOffer(
  ctx: Ctx,
): Promise<Result<{ offer: Offered | null; escalated: DeskRow[] }>> {
  // offers_live_staff (staff_id) where ended_at is null
  const { rows } = await sql<Found>`
    select ${rowColumns(ctx, await veiledNow(ctx))}, ${aboutColumns}, l.expires_at, l.offered_at
    from   offers l join conversations c on c.id = l.conversation_id ${rowJoins}
    where  l.staff_id = ${me(ctx)} and l.ended_at is null
    and    l.expires_at > ${ctx.clock.now()}`.execute(ctx.db);
  const [found] = rows;
  const offer = found ? { ...found, needs: await neededBy(ctx, found) } : null;
  return ok({ offer, escalated: await escalatedToMe(ctx) });
}

/** Nobody has it, or whoever has it has not called or answered: for those who can give it on. */
async function escalatedToMe(ctx: Ctx): Promise<DeskRow[]> {
  if (!reachOf(ctx.actor, 'conversations.assign')) return [];
  // conversations_queue (next_due_at, id) where state = 'open'
  const where = sql`c.state = 'open' and c.escalated_at is not null
    and (c.touched_at is null or c.reply_due_at is not null
         or (c.owner_staff_id is null and c.escalated_at >= c.offer_from))
    and ${reaches(ctx, 'conversations.assign')}`;
  return rowsWhere(ctx, where, sql`c.next_due_at, c.id`, MOST_ESCALATED);
}
