import type { Ctx } from '../../../kernel/context.ts';
import type { Seller, SellerParty } from '../../api/papers.ts';

/** Who gives the service, as it is set now. */
export async function loadSeller(ctx: Ctx): Promise<Seller> {
  const details = await ctx.db
    .selectFrom('sellerDetails')
    .select([
      'name',
      'taxNumber',
      'taxReasonCode',
      'registrationNumber',
      'address',
      'phone',
      'bankName',
      'bankCode',
      'bankAccount',
      'correspondentAccount',
      'directorPost',
      'director',
      'accountant',
      'actsOnDay',
      'version',
    ])
    .executeTakeFirstOrThrow();
  const vatRates = await ctx.db
    .selectFrom('vatRates')
    .select(['fromOn', 'percent'])
    .orderBy('fromOn')
    .execute();
  return { ...details, vatRates: vatRates as Seller['vatRates'] };
}

/** The part of it that stands on a paper. Where no name is set, it is the operator's. */
export async function sellerOnPaper(ctx: Ctx): Promise<SellerParty> {
  const { vatRates: _, actsOnDay: __, version: ___, ...seller } = await loadSeller(ctx);
  return { ...seller, name: seller.name || ctx.operator.name };
}

/** Whether enough is known to be paid to. */
export const canBePaid = (seller: SellerParty): boolean =>
  [seller.taxNumber, seller.bankCode, seller.bankAccount].every((part) => part !== '');
