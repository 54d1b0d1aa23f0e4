import type { Ctx } from '../../kernel/context.ts';
import { type Done, ok, type Result } from '../../kernel/result.ts';
import { insertDiscount } from '../discounts/give-discount.ts';
import { refuseStacked } from '../discounts/refuse-stacked.ts';

export type GivenBundle = {
  id: number;
  name: string;
  fromOn: string;
  /** What comes off each of its parts a month, in minor units. */
  parts: readonly { subscriptionId: number; offMinor: number }[];
  /** It was agreed on in writing, when what may be taken off was asked. */
  isAgreed?: boolean;
};

/**
 * Takes off what a bundle takes off its parts, which an account has. Nothing is charged here.
 * @returns why it may not stand beside what is taken off already; then nothing is taken off
 */
export async function giveBundle(
  ctx: Ctx,
  accountId: number,
  { id: bundleId, name, fromOn, parts, isAgreed = false }: GivenBundle,
): Promise<Result<Done>> {
  const usual = { promotionId: null, bundleId, kind: 'sum', fromOn, toOn: null } as const;
  const ids: number[] = [];
  for (const { subscriptionId, offMinor } of parts) {
    if (offMinor === 0) continue;
    const given = { ...usual, subscriptionId, value: offMinor, words: name };
    ids.push(await insertDiscount(ctx, accountId, given));
  }
  const stacked = isAgreed ? null : await refuseStacked(ctx, accountId, null);
  if (!stacked) return ok({});
  await ctx.db.deleteFrom('discounts').where('id', 'in', ids).execute();
  return stacked;
}
