import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { wholeOf } from '../../conversations/index.ts';
import { reaches } from '../reach.ts';

type Input = { conversationId?: number | undefined; dealId?: number | undefined };
type UnderWay = { id: number | null };

/** The guided sale that goes on with somebody of a conversation or of a deal. */
export async function findUnderWay(
  ctx: Ctx,
  { conversationId, dealId }: Input,
): Promise<Result<UnderWay>> {
  const about =
    dealId === undefined
      ? sql`d.conversation_id in ${wholeOf(conversationId ?? 0)}`
      : sql`d.id = ${dealId}`;
  // deals_conversation, deals_pkey; guided_sales_open (deal_id)
  const { rows } = await sql<{ id: number }>`
    select g.id from deals d join guided_sales g on g.deal_id = d.id and g.state = 'open'
    where  ${about} and ${reaches(ctx, 'sales.work')}
    order  by g.id desc limit 1`.execute(ctx.db);
  return ok({ id: rows[0]?.id ?? null });
}
