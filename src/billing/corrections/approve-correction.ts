import type { Ctx } from '../../kernel/context.ts';
import { type Fail, fail, ok, type Result } from '../../kernel/result.ts';
import { postBatch, reverseTransaction } from '../../ledger/index.ts';
import { today } from '../../subscribers/index.ts';
import type { CorrectionState } from '../api/correction-kinds.ts';
import { holdAccounts } from '../find-account.ts';
import { reachesProposal } from '../reach.ts';
import { afterMoneyCame } from '../states/resume-paid.ts';
import { hindranceOf, ownLimits } from './limits.ts';
import { type Locked, lockCorrection, settle } from './lock-correction.ts';
import { refuseGivenBack } from './refuse-amount.ts';
import { tellStep } from './step.ts';

type Decided = { id: number; state: CorrectionState };

/**
 * Approves a proposal and posts it, in one transaction: what was cut off in between has not
 * happened, and the ledger's key lets nothing post twice. What it gives may be enough for service
 * to come back.
 */
export async function approveCorrection(
  ctx: Ctx,
  { id }: { id: number },
): Promise<Result<Decided>> {
  const locked = await lockToDecide(ctx, id);
  if (!locked.ok) return locked;
  const { accountId } = locked.value;
  await holdAccounts(ctx, [accountId]);
  const refusal = await refuseGivenBack(ctx, locked.value);
  if (refusal) return refusal;
  const posted = await post(ctx, locked.value);
  if (!posted.ok) return posted;
  await settle(ctx, id, { state: 'posted', transactionId: posted.value });
  await tellStep(ctx, 'posted', locked.value);
  await afterMoneyCame(ctx, [accountId]);
  return ok({ id, state: 'posted' });
}

/** Refuses a proposal, in words for whoever made it. */
export async function refuseCorrection(
  ctx: Ctx,
  { id, words }: { id: number; words: string },
): Promise<Result<Decided>> {
  const locked = await lockToDecide(ctx, id);
  if (!locked.ok) return locked;
  await settle(ctx, id, { state: 'refused', refusal: words });
  await tellStep(ctx, 'refused', locked.value, words);
  return ok({ id, state: 'refused' });
}

async function lockToDecide(ctx: Ctx, id: number): Promise<Result<Locked>> {
  const locked = await lockCorrection(ctx, id, reachesProposal(ctx));
  if (!locked.ok) return locked;
  if (locked.value.state !== 'proposed') return fail('billing.already_decided');
  const hindrance = hindranceOf(ctx, await ownLimits(ctx), locked.value);
  return hindrance === null ? locked : refusals[hindrance];
}

const refusals: Record<'own' | 'limit', Fail> = {
  own: fail('billing.own_proposal'),
  limit: fail('billing.above_limit'),
};

/** @returns the ledger transaction's id */
async function post(ctx: Ctx, correction: Locked): Promise<Result<number>> {
  const { id, kind, accountId, amountMinor, currency, reversesId } = correction;
  const occurredOn = today(ctx);
  if (reversesId !== null) {
    const { transactionId } = await ctx.db
      .updateTable('corrections')
      .set({ state: 'reversed' })
      .where('id', '=', reversesId)
      .returning('transactionId')
      .executeTakeFirstOrThrow();
    return reverseTransaction(ctx, { transactionId: transactionId ?? 0, occurredOn });
  }
  return postBatch(ctx, {
    kind: 'correction',
    key: `correction ${id}`,
    occurredOn,
    currency,
    counterpart: 'corrections',
    lines: [{ accountId, amountMinor }],
    facts: { correctionId: id, kind },
  });
}
