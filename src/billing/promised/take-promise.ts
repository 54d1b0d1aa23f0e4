import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { textsIn } from '../../kernel/i18n/texts.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { daysAfter } from '../../subscribers/index.ts';
import type { PromiseOffer } from '../api/promises.ts';
import { postOnce } from '../charging/post-once.ts';
import { type Account, lockAccount } from '../find-account.ts';
import { startOfDay } from '../states/local-days.ts';
import { afterMoneyCame } from '../states/resume-paid.ts';
import { tellOfAccount } from '../tell-of-account.ts';
import { findOffer } from './find-offer.ts';

type Taken = { id: number; dueOn: string; isResumed: boolean };

/**
 * Takes a promise to pay by a day: from now on what is promised may be spent, and service that was
 * suspended for debt is given again. Its price is charged at once.
 * Fails with `billing.promise_too_small` where service would stay suspended all the same: then
 * nothing is promised and nothing charged
 */
export async function takePromise(
  ctx: Ctx,
  { id, amountMinor }: { id: number; amountMinor: number },
): Promise<Result<Taken>> {
  const locked = await lockAccount(ctx, id, 'billing.promise');
  if (!locked.ok) return locked;
  const account = locked.value;
  const { offer, why } = await findOffer(ctx, id);
  if (!offer) return fail('billing.no_promise', { why: why.map(({ words }) => words).join(' ') });
  if (!isOffered(offer, amountMinor)) {
    return fail('billing.promise_sum', {}, { amountMinor: 'billing.promise_sum' });
  }
  const promiseId = await store(ctx, account, offer, amountMinor);
  if (offer.priceMinor > 0) {
    const words = textsIn(ctx.operator.language).t('billing:promises.priceWords');
    await postOnce(ctx, account, { amountMinor: offer.priceMinor, words });
  }
  const resumed = await afterMoneyCame(ctx, [id]);
  const isResumed = resumed.includes(id);
  if (account.state === 'suspended' && !isResumed) return fail('billing.promise_too_small');
  const { dueOn, ruleId, priceMinor } = offer;
  await tellOfAccount(ctx, 'billing.promise_taken', account, {
    promiseId,
    ruleId,
    amountMinor,
    priceMinor,
    currency: account.currency,
    dueOn,
  });
  return ok({ id: promiseId, dueOn, isResumed });
}

const isOffered = ({ sumsMinor, leastMinor, mostMinor }: PromiseOffer, sum: number): boolean =>
  sumsMinor.length > 0 ? sumsMinor.includes(sum) : sum >= leastMinor && sum <= mostMinor;

async function store(
  ctx: Ctx,
  { id: accountId, currency }: Account,
  { ruleId, priceMinor, dueOn }: PromiseOffer,
  amountMinor: number,
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into promises (account_id, rule_id, amount_minor, price_minor, currency, taken_at,
                          due_at, taken_by, short_since_at, grace_from)
    values (${accountId}, ${ruleId}, ${amountMinor}, ${priceMinor}, ${currency},
            ${ctx.clock.now()}, ${startOfDay(ctx, daysAfter(dueOn, 1))}, ${staffIdOf(ctx.actor)},
            (select since_at from shortfalls where account_id = ${accountId}),
            (select grace_from from shortfalls where account_id = ${accountId}))
    returning id`.execute(ctx.db);
  return rows[0]?.id ?? 0;
}
