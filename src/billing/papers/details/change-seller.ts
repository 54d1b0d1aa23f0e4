import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { emit } from '../../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../../kernel/result.ts';
import type { Seller } from '../../api/papers.ts';
import { firstWrong } from './first-wrong.ts';
import { loadSeller } from './load-seller.ts';

export const showSeller = async (ctx: Ctx): Promise<Result<Seller>> => ok(await loadSeller(ctx));

/** Says who gives the service, and how much of a price is VAT from which day on. */
export async function changeSeller(ctx: Ctx, after: Seller): Promise<Result<Done>> {
  await ctx.db.selectFrom('sellerDetails').select('version').forUpdate().execute();
  const before = await loadSeller(ctx);
  if (before.version !== after.version) return fail('billing.changed_since');
  const wrong = firstWrong(ctx.operator.country, after);
  if (wrong) return wrong;
  const { vatRates, version: _, ...details } = after;
  const days = new Set(vatRates.map(({ fromOn }) => fromOn));
  if (days.size < vatRates.length) {
    return fail('billing.vat_twice', {}, { vatRates: 'billing.vat_twice' });
  }
  await ctx.db
    .updateTable('sellerDetails')
    .set({ ...details, version: before.version + 1 })
    .execute();
  await sql`delete from vat_rates`.execute(ctx.db);
  if (vatRates.length > 0) await ctx.db.insertInto('vatRates').values(vatRates).execute();
  await emit(ctx, {
    type: 'billing.seller_changed',
    subject: { kind: 'operator', id: 1 },
    facts: { before, after },
  });
  return ok({});
}
