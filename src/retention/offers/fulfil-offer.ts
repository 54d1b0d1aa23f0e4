import { sql } from 'kysely';
import { giveDiscount, promiseDebt, proposeCorrection, subscribe } from '../../billing/index.ts';
import { monthsAfter } from '../../kernel/months-after.ts';
import type { Ctx } from '../../kernel/context.ts';
import { fail, type Result } from '../../kernel/result.ts';
import { daysAfter, today } from '../../subscribers/index.ts';
import { createTicket } from '../../tickets/index.ts';
import { loadDesk } from '../desk/desk-settings.ts';
import { withRights } from '../../kernel/with-rights.ts';
import type { OfferedAccount } from './account-of.ts';
import type { OfferKind } from './kinds.ts';

/** What is given, and what is said of where and how. */
export type Offered = { name: string; kind: OfferKind; value: number; months: number };
export type Chosen = {
  accountId?: number | undefined;
  productVersionId?: number | undefined;
  isConfirmed: boolean;
};

/** What a case, or a call, lends: what the operator's offers give, nothing at will. */
const lent = [
  'billing.adjust',
  'billing.serve',
  'billing.promise',
  'billing.propose_correction',
] as const;

/** Does what an offer says, through whoever's work that is. @returns what came of it */
export async function fulfilOffer(
  ctx: Ctx,
  offer: Offered,
  whose: { subscriberId: number; account: OfferedAccount | null },
  chosen: Chosen,
): Promise<Result<{ id: number }>> {
  const { subscriberId, account } = whose;
  if (offer.kind === 'repair') return repair(ctx, subscriberId, offer, account);
  if (!account) return fail('retention.no_account');
  return giveOnAccount(withRights(ctx, lent), account, offer, chosen);
}

async function giveOnAccount(
  ctx: Ctx,
  account: OfferedAccount,
  { kind, name, value, months }: Offered,
  { productVersionId, isConfirmed }: Chosen,
): Promise<Result<{ id: number }>> {
  const id = account.id;
  if (kind === 'deferral') return promiseDebt(ctx, { id });
  if (kind === 'apology') return apologise(ctx, id, { name, value });
  if (kind === 'tariff') {
    if (!productVersionId) return fail('retention.tariff_needed');
    if (account.tariffId === null) return fail('retention.no_tariff');
    return subscribe(ctx, {
      id,
      productVersionId,
      replacesId: account.tariffId,
      from: 'next_month',
      isConfirmed,
    });
  }
  const fromOn = today(ctx);
  // The last day with it, so that three months are three monthly fees.
  const toOn = daysAfter(monthsAfter(fromOn, months), -1);
  const lasts = { id, fromOn, toOn, words: name };
  if (kind === 'discount') {
    return giveDiscount(ctx, { ...lasts, kind: 'percent', value: value * 100 });
  }
  // A sum on the whole account would be taken off each thing that stands on it.
  if (account.tariffId === null) return fail('retention.no_tariff');
  return giveDiscount(ctx, { ...lasts, kind: 'sum', value, subscriptionId: account.tariffId });
}

/** An apology is proposed; somebody else approves it, within what they may. */
async function apologise(
  ctx: Ctx,
  id: number,
  { name, value }: { name: string; value: number },
): Promise<Result<{ id: number }>> {
  const { apologyReasonId } = await loadDesk(ctx);
  const reason = await ctx.db
    .selectFrom('correctionReasons')
    .select('id')
    .where('archivedAt', 'is', null)
    .orderBy(sql`id is not distinct from ${apologyReasonId}`, 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  if (!reason) return fail('retention.no_correction_reason');
  const amount = { kind: 'compensation' as const, amountMinor: value };
  return proposeCorrection(ctx, { id, ...amount, reasonId: reason.id, words: name });
}

async function repair(
  ctx: Ctx,
  subscriberId: number,
  { name }: Offered,
  account: OfferedAccount | null,
): Promise<Result<{ id: number }>> {
  const { repairCategoryId } = await loadDesk(ctx);
  const category = await ctx.db
    .selectFrom('ticketCategories')
    .select('id')
    .where('archivedAt', 'is', null)
    .orderBy(sql`id is not distinct from ${repairCategoryId}`, 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  if (!category) return fail('tickets.no_such_category');
  return createTicket(ctx, {
    categoryId: category.id,
    subject: name,
    subscriberId,
    priority: 'high',
    ...(account ? { accountId: account.id } : {}),
  });
}
