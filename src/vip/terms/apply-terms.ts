import { sql } from 'kysely';
import { endDiscount, giveDiscount } from '../../billing/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { Fail } from '../../kernel/result.ts';
import { withRights } from '../../kernel/with-rights.ts';
import { isOfAccount } from '../kinds.ts';
import { endPeace, keepPeace } from './keep-peace.ts';
import type { StoredTerms } from './lock-terms.ts';
import { wordsOf } from './terms-words.ts';
import { offOf, readServices } from './weigh-terms.ts';

/**
 * Gives what terms say through what billing gives to everybody: discounts of services, or that an
 * account is left in peace.
 * @param isBelow whether two have seen that it goes below the margin floor
 */
export async function applyTerms(
  ctx: Ctx,
  terms: StoredTerms,
  isBelow: boolean,
): Promise<Fail | null> {
  if (isOfAccount(terms.kind)) {
    await keepPeace(ctx, terms.id, terms);
    return null;
  }
  const lent = withRights(ctx, ['billing.adjust', ...(isBelow ? ['catalog.below_floor'] : [])]);
  const { percents, sumMinor } = offOf(terms);
  const [percent] = percents;
  for (const { id, accountId, nowMinor } of await readServices(ctx, terms.rootId, terms)) {
    const off =
      percent === undefined
        ? ({
            kind: 'sum',
            value: terms.kind === 'fixed' ? nowMinor - terms.value : sumMinor,
          } as const)
        : ({ kind: 'percent', value: percent } as const);
    const given = await giveDiscount(lent, {
      id: accountId,
      subscriptionId: id,
      ...off,
      fromOn: terms.fromOn,
      ...(terms.toOn === null ? {} : { toOn: terms.toOn }),
      words: wordsOf(ctx, terms.id),
    });
    if (!given.ok) return given;
    await sql`
      update vip_terms_services set discount_id = ${given.value.id}
      where  terms_id = ${terms.id} and subscription_id = ${id}`.execute(ctx.db);
  }
  return null;
}

/** Takes from today on what terms have given; what somebody ended already stays as it is. */
export async function takeBackTerms(ctx: Ctx, terms: StoredTerms): Promise<Fail | null> {
  await endPeace(ctx, terms);
  // vip_terms_services_pkey, discounts_pkey
  const { rows } = await sql<{ accountId: number; discountId: number }>`
    select d.account_id, d.id as discount_id
    from   vip_terms_services x join discounts d on d.id = x.discount_id
    where  x.terms_id = ${terms.id} order by d.account_id, d.id`.execute(ctx.db);
  const lent = withRights(ctx, ['billing.adjust']);
  for (const { accountId: id, discountId } of rows) {
    const ended = await endDiscount(lent, { id, discountId });
    if (!ended.ok && ended.failure.code !== 'billing.no_such_discount') return ended;
  }
  return null;
}
