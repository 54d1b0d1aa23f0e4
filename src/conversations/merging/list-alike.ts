import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { rootOf } from '../record/cluster.ts';
import { reaches } from '../reach.ts';
import { type DeskRow, rowsWhere } from '../queues/row-query.ts';

const NEAR_DAYS = 14;
const DAY_MS = 86_400_000;
const MOST = 20;

type Self = { id: number; sender: string; subscriberId: number | null; openedAt: Date };

/**
 * What may be about the same: not closed, of the same sender or subscriber, near in time; and the
 * one of a number that somebody has typed.
 */
export async function listAlike(
  ctx: Ctx,
  { id, number }: { id: number; number?: number | undefined },
): Promise<Result<{ rows: DeskRow[] }>> {
  const { rows } = await sql<Self>`
    select c.id, c.sender, c.subscriber_id, c.opened_at from conversations c
    where  c.id = ${rootOf(id)} and ${reaches(ctx, 'conversations.view')}`.execute(ctx.db);
  const [self] = rows;
  if (!self) return fail('conversations.not_found');
  const from = new Date(self.openedAt.getTime() - NEAR_DAYS * DAY_MS);
  const to = new Date(self.openedAt.getTime() + NEAR_DAYS * DAY_MS);
  // conversations_sender, conversations_subscriber, conversations_number_key
  const where = sql`c.id in (
      select id from conversations
      where  sender = ${self.sender} and sender <> '' and state <> 'closed'
      union
      select id from conversations where subscriber_id = ${self.subscriberId}
      union
      select id from conversations where number = ${number ?? null})
    and c.id <> ${self.id} and c.merged_into_id is null
    and (c.number = ${number ?? null}
         or c.state <> 'closed' and c.opened_at between ${from} and ${to})
    and ${reaches(ctx, 'conversations.work')}`;
  const found = await rowsWhere(ctx, where, sql`c.opened_at desc, c.id desc`, MOST);
  return ok({ rows: found });
}
