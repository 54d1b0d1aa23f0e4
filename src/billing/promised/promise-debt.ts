import type { Ctx } from '../../kernel/context.ts';
import { fail, type Result } from '../../kernel/result.ts';
import { findOffer } from './find-offer.ts';
import { takePromise } from './take-promise.ts';

type Taken = { id: number; dueOn: string; isResumed: boolean };

/** Takes a promise of as much as an account may promise now, for whoever is not asked how much. */
export async function promiseDebt(ctx: Ctx, { id }: { id: number }): Promise<Result<Taken>> {
  const { offer, why } = await findOffer(ctx, id);
  if (!offer) return fail('billing.no_promise', { why: why.map(({ words }) => words).join(' ') });
  const amountMinor = offer.sumsMinor.at(-1) ?? offer.mostMinor;
  return takePromise(ctx, { id, amountMinor });
}
