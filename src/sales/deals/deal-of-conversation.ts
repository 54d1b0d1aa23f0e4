import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { wholeOf } from '../../conversations/index.ts';
import { reaches } from '../reach.ts';

/**
 * The open deal that a conversation brought, or one that was merged with it, whoever has it, so
 * that one talk is one deal; null
 * where there is none. A deal beyond the asker's reach is a failure that names it. The conversation
 * is locked before.
 */
export async function dealOfConversation(
  ctx: Ctx,
  conversationId: number,
): Promise<Result<{ id: number } | null>> {
  // deals_conversation (conversation_id)
  const { rows } = await sql<{ id: number; isWithin: boolean }>`
    select d.id, ${reaches(ctx, 'sales.work')} as is_within from deals d
    where  d.conversation_id in ${wholeOf(conversationId)} and d.state = 'open'
    order  by is_within desc, d.id desc limit 1`.execute(ctx.db);
  const [deal] = rows;
  if (!deal) return ok(null);
  return deal.isWithin ? ok({ id: deal.id }) : fail('sales.deal_goes_on', { number: deal.id });
}
