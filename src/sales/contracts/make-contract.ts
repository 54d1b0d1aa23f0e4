import type { Ctx } from '../../kernel/context.ts';
import { today } from '../../subscribers/index.ts';
import { addressOf } from '../deals/address-of.ts';
import type { Stored } from '../deals/values.ts';
import type { LockedQuote } from '../quotes/lock-quote.ts';
import { contractContent } from './contract-content.ts';
import { templateInForce } from './template-in-force.ts';

/**
 * Makes the contract of a quote that is being accepted, of the text in force, and keeps all that
 * stands on it. @returns its number
 */
export async function makeContract(
  ctx: Ctx,
  { deal, quote, name }: { deal: Stored; quote: LockedQuote; name: string },
): Promise<string> {
  const on = today(ctx);
  const now = ctx.clock.now();
  const number = `${on.slice(2, 4)}-${String(quote.id).padStart(6, '0')}`;
  const { phone, email } = deal;
  const address = await addressOf(ctx, deal);
  const template = await templateInForce(ctx);
  const sold = { number, on, name, phone, email, address, acceptedAt: now, quote };
  await ctx.db
    .insertInto('contracts')
    .values({
      quoteId: quote.id,
      dealId: deal.id,
      templateId: template.id,
      number,
      datedOn: on,
      language: ctx.operator.language,
      content: JSON.stringify(await contractContent(ctx, template.body, sold)),
      madeAt: now,
    })
    .execute();
  return number;
}
