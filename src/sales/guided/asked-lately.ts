import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Guided } from './lock-guided.ts';

/** Where a service has no pitch of its own, that says for how long. */
const PAUSE_DAYS = 90;

/**
 * Products that somebody was asked about lately in another talk, whether in a conversation or in a
 * guided sale of the same deal.
 */
export async function askedLately(
  ctx: Ctx,
  { id, dealId, conversationId, subscriberId }: Guided,
): Promise<number[]> {
  const now = ctx.clock.now();
  // pitch_answers_subscriber (subscriber_id, pitch_id, answered_at); guided_sales_deal,
  // guided_furthers_pkey
  const { rows } = await sql<{ productId: number }>`
    select p.product_id
    from   subscribers own
    join   subscribers s on s.root_id = own.root_id
    join   pitch_answers x on x.subscriber_id = s.id
    join   pitches p on p.id = x.pitch_id
    where  own.id = ${subscriberId} and x.answer <> 'not_said'
    and    x.guided_sale_id is distinct from ${id}
    and    (x.conversation_id is null or x.conversation_id is distinct from ${conversationId})
    and    x.answered_at > ${now}::timestamptz - p.pause_days * interval '1 day'
    union
    select f.product_id
    from   guided_sales g join guided_furthers f on f.guided_sale_id = g.id
    where  g.deal_id = ${dealId} and g.id <> ${id} and f.answer <> 'not_said'
    and    f.answered_at > ${now}::timestamptz - ${PAUSE_DAYS} * interval '1 day'`.execute(ctx.db);
  return rows.map(({ productId }) => productId);
}
