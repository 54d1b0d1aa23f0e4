import { sql } from 'kysely';
import { sellerOnPaper } from '../../billing/index.ts';
import { type Way, waysTo } from '../../conversations/index.ts';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { isVeiled } from '../../subscribers/index.ts';
import { sellerParts, type sendingApi } from '../api/sending.ts';
import { findDeal } from '../deals/lock-deal.ts';
import type { Stored } from '../deals/values.ts';

type Whom = Pick<Stored, 'id' | 'subscriberId' | 'email'>;

/**
 * By what whoever a deal is about can be written to. The talk that it began in is theirs unless it
 * is known to be somebody else's: of whoever asked for them.
 */
export async function waysOfDeal(ctx: Ctx, { id, subscriberId, email }: Whom): Promise<Way[]> {
  // deals_pkey, conversations_pkey, subscribers_pkey
  const { rows } = await sql<{ id: number }>`
    select c.id
    from   deals d
    join   conversations c on c.id = d.conversation_id
    left   join subscribers buyer on buyer.id = d.subscriber_id
    left   join subscribers writer on writer.id = c.subscriber_id
    where  d.id = ${id}
    and    coalesce(writer.root_id = buyer.root_id, true)`.execute(ctx.db);
  return waysTo(ctx, { subscriberId, conversationId: rows[0]?.id ?? null, email });
}

type Shown = z.output<(typeof sendingApi)['GET /api/deals/{id}/quotes/{quoteId}/ways']['output']>;

/**
 * The same, as they are offered: who it is stays unsaid until a caller is verified; and what the
 * contract that a yes makes would lack.
 */
export async function listWays(
  ctx: Ctx,
  { id, quoteId }: { id: number; quoteId: number },
): Promise<Result<Shown>> {
  const found = await findDeal(ctx, id);
  if (!found.ok) return found;
  // quotes_pkey
  const quote = await ctx.db
    .selectFrom('quotes')
    .select('id')
    .where('id', '=', quoteId)
    .where('dealId', '=', id)
    .executeTakeFirst();
  if (!quote) return fail('sales.no_such_quote');
  const { subscriberId } = found.value;
  const isHidden = subscriberId !== null && (await isVeiled(ctx, subscriberId));
  const ways = await waysOfDeal(ctx, found.value);
  const seller = await sellerOnPaper(ctx);
  return ok({
    lacking: sellerParts.filter((part) => seller[part] === ''),
    ways: ways.map(({ key, kind, recipient, name }) => ({
      key,
      kind,
      shown: isHidden ? '' : kind === 'email' ? recipient : name,
    })),
  });
}
