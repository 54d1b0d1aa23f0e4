import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { lockAccount } from '../find-account.ts';
import { reachesAccount } from '../reach.ts';
import { insertCorrection, refuseReason } from './insert-correction.ts';
import { lockCorrection } from './lock-correction.ts';
import { tellStep } from './step.ts';

/**
 * Proposes that what was posted be taken back. It is decided on as any correction is; what stands
 * in the ledger is never changed.
 */
export async function reverseCorrection(
  ctx: Ctx,
  { id, reasonId, words }: { id: number; reasonId: number; words: string },
): Promise<Result<{ id: number }>> {
  const locked = await lockCorrection(ctx, id, reachesAccount(ctx, 'billing.propose_correction'));
  if (!locked.ok) return locked;
  const { accountId, lineId, fromOn, toOn, originKind, originId } = locked.value;
  if (locked.value.state !== 'posted' || locked.value.kind === 'reversal') {
    return fail('billing.not_posted');
  }
  if (await isProposed(ctx, id)) return fail('billing.already_decided');
  const account = await lockAccount(ctx, accountId);
  if (!account.ok) return account;
  const refusal = await refuseReason(ctx, reasonId);
  if (refusal) return refusal;
  const opposite = { kind: 'reversal' as const, amountMinor: -locked.value.amountMinor };
  const reversalId = await insertCorrection(ctx, {
    ...opposite,
    accountId,
    reasonId,
    words,
    lineId,
    fromOn,
    toOn,
    reversesId: id,
    originKind,
    originId,
  });
  await tellStep(ctx, 'proposed', { ...locked.value, ...opposite, id: reversalId }, words);
  return ok({ id: reversalId });
}

async function isProposed(ctx: Ctx, id: number): Promise<boolean> {
  // corrections_reversal (reverses_id)
  const found = await ctx.db
    .selectFrom('corrections')
    .select('id')
    .where('reversesId', '=', id)
    .where('state', 'in', ['proposed', 'posted'])
    .executeTakeFirst();
  return found !== undefined;
}
