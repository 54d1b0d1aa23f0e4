import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import type { Stored } from '../deals/values.ts';

type Deal = Pick<Stored, 'id' | 'subscriberId'>;

/** Takes back what is offered under a deal; another offer comes in its place. */
export async function replaceOffered(ctx: Ctx, deal: Deal): Promise<void> {
  // quotes_deal (deal_id, id)
  const { rows } = await sql<{ id: number }>`
    update quotes set state = 'withdrawn', decided_at = ${ctx.clock.now()}
    where  deal_id = ${deal.id} and state = 'offered' returning id`.execute(ctx.db);
  for (const { id } of rows) await tellReplaced(ctx, deal, id);
}

/** Tells that a quote holds no longer, since another one does. */
export const tellReplaced = (ctx: Ctx, deal: Deal, quoteId: number): Promise<unknown> =>
  emit(ctx, {
    type: 'sales.quote_withdrawn',
    subject: { kind: 'deal', id: deal.id },
    subscriberId: deal.subscriberId,
    facts: { number: deal.id, quoteId },
  });
