import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { type Done, ok, type Result } from '../../kernel/result.ts';
import { greetNewcomer } from '../care/greet-newcomer.ts';
import { planCalls } from '../care/plan-calls.ts';
import type { Accepted } from '../quotes/find-accepted.ts';
import { chargeParts, planParts } from './charge-parts.ts';
import { leaveOut } from './equipment-out.ts';
import { giveServices } from './give-services.ts';

type Given = {
  deal: { id: number; subscriberId: number };
  accountId: number;
  quote: Accepted;
};

/**
 * Gives an account all that was accepted, keeps of what deal and quote it came, greets whoever is
 * connected and plans their first month.
 */
export async function noteConnection(
  ctx: Ctx,
  { deal, accountId, quote }: Given,
): Promise<Result<Done>> {
  const given = await giveServices(ctx, accountId, quote.lines);
  if (!given.ok) return given;
  const { id } = await ctx.db
    .insertInto('dealConnections')
    .values({
      dealId: deal.id,
      quoteId: quote.id,
      accountId,
      connectedAt: ctx.clock.now(),
      connectedBy: staffIdOf(ctx.actor),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await planParts(ctx, id, quote);
  await chargeParts(ctx, id);
  await greetNewcomer(ctx, { id, accountId, quote });
  await planCalls(ctx, { id, dealId: deal.id });
  await leaveOut(ctx, deal, null);
  return ok({});
}
