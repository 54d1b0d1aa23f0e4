import type { z } from 'zod';
import { type Ctx, reachOf, staffIdOf } from '../../kernel/context.ts';
import { type Fail, fail, ok, type Result } from '../../kernel/result.ts';
import { refuseVeiled, today } from '../../subscribers/index.ts';
import type { exitsApi } from '../api/exits.ts';
import { lockOpenCase } from '../cases/lock-case.ts';
import { writeCase } from '../cases/write-case.ts';
import { accountsOfCase, type Settled } from './accounts-of-case.ts';
import { findExit } from './find-exit.ts';
import { finishExit } from './finish-exit.ts';

type Input = z.output<(typeof exitsApi)['POST /api/cases/{id}/exit']['input']>;

/**
 * Accepts an application to leave. What it costs and gives back is kept as it was shown; on its
 * day accounts are closed and settled. Nobody has to hear an offer first: a reason is all.
 */
export async function acceptExit(
  ctx: Ctx,
  input: Input,
): Promise<Result<{ id: number; version: number }>> {
  const { id, version, endsOn, leavingFee, words, equipment } = input;
  const locked = await lockOpenCase(ctx, id, version);
  if (!locked.ok) return locked;
  const row = locked.value;
  const veiled = await refuseVeiled(ctx, [row.subscriberId]);
  if (veiled) return veiled;
  if (row.reasonId === null) return fail('retention.reason_first');
  if (await findExit(ctx, id)) return fail('retention.exit_stands');
  const accounts = await accountsOfCase(ctx, id);
  const refused = refuse(ctx, input, accounts);
  if (refused) return refused;
  const sum = (key: 'feeMinor' | 'balanceMinor'): number =>
    accounts.reduce((total, account) => total + account[key], 0);
  const now = ctx.clock.now();
  const { number } = await ctx.db
    .insertInto('caseExits')
    .values({
      caseId: id,
      appliedOn: today(ctx),
      endsOn,
      leavingFee,
      words,
      feeMinor: leavingFee === 'charged' ? sum('feeMinor') : 0,
      balanceMinor: sum('balanceMinor'),
      currency: ctx.operator.currency,
      acceptedBy: staffIdOf(ctx.actor),
      acceptedAt: now,
    })
    .returning('number')
    .executeTakeFirstOrThrow();
  if (equipment.length > 0) {
    const rows = equipment.map((one) => ({ ...one, caseId: id }));
    await ctx.db.insertInto('exitEquipment').values(rows).execute();
  }
  const told = { type: 'retention.exit_accepted', facts: { exit: number, endsOn } } as const;
  const next = await writeCase(ctx, row, { spokenAt: row.spokenAt ?? now }, told);
  return endsOn > today(ctx)
    ? ok({ id, version: next })
    : finishExit(ctx, { ...row, version: next });
}

function refuse(
  ctx: Ctx,
  { endsOn, leavingFee, words }: Input,
  accounts: readonly Settled[],
): Fail | null {
  if (accounts.length === 0) return fail('retention.no_account');
  if (endsOn < today(ctx)) {
    return fail('retention.ends_past', {}, { endsOn: 'retention.ends_past' });
  }
  const costs = accounts.some(({ feeMinor }) => feeMinor > 0);
  if (leavingFee === 'charged' || !costs) return null;
  if (reachOf(ctx.actor, 'billing.adjust') === null) return fail('retention.may_not_waive');
  const code = 'billing.waiver_needs_words';
  return words === '' ? fail(code, {}, { words: code }) : null;
}
