import { type Way, waysTo } from '../../conversations/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { isVeiled } from '../../subscribers/index.ts';
import { findDeal } from '../deals/lock-deal.ts';
import type { Stored } from '../deals/values.ts';

type Whom = Pick<Stored, 'id' | 'subscriberId' | 'email'>;

/** By what whoever a deal is about can be written to. */
export async function waysOfDeal(ctx: Ctx, { id, subscriberId, email }: Whom): Promise<Way[]> {
  const deal = await ctx.db
    .selectFrom('deals')
    .select('conversationId')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return waysTo(ctx, { subscriberId, conversationId: deal.conversationId, email });
}

type Shown = { key: string; kind: Way['kind']; shown: string };

/** The same, as they are offered: an address stays unsaid until a caller is verified. */
export async function listWays(
  ctx: Ctx,
  { id, quoteId }: { id: number; quoteId: number },
): Promise<Result<{ ways: Shown[] }>> {
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
  return ok({
    ways: ways.map(({ key, kind, recipient }) => ({
      key,
      kind,
      shown: kind === 'email' && !isHidden ? recipient : '',
    })),
  });
}
