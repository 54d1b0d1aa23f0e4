import type { z } from 'zod';
import { type Ctx, reachOf, staffIdOf } from '../../kernel/context.ts';
import { type Fail, fail, ok, type Result } from '../../kernel/result.ts';
import { daysAfter, refuseVeiled, today } from '../../subscribers/index.ts';
import type { exitsApi } from '../api/exits.ts';
import { lockOpenCase } from '../cases/lock-case.ts';
import { writeCase } from '../cases/write-case.ts';
import { accountsOfCase, type Settled } from './accounts-of-case.ts';
import { findExit } from './find-exit.ts';

type Input = z.output<(typeof exitsApi)['POST /api/cases/{id}/exit']['input']>;

/** So far ahead somebody may leave; a slip of the year would keep them for ever. */
const MOST_DAYS_AHEAD = 92;

/**
 * Accepts an application to leave, of the accounts that it names or of all. What it costs and gives
 * back is kept as it was shown; the last day is served, and after it they are closed and settled.
 * Nobody has to hear an offer first: a reason is all.
 */
export async function acceptExit(
  ctx: Ctx,
  input: Input,
): Promise<Result<{ id: number; version: number }>> {
  const { id, version, endsOn } = input;
  const locked = await lockOpenCase(ctx, id, version);
  if (!locked.ok) return locked;
  const row = locked.value;
  const veiled = await refuseVeiled(ctx, [row.subscriberId]);
  if (veiled) return veiled;
  if (row.reasonId === null) return fail('retention.reason_first');
  if (await findExit(ctx, id)) return fail('retention.exit_stands');
  const open = await accountsOfCase(ctx, id, endsOn);
  const { accountIds = open.map((account) => account.id) } = input;
  const accounts = open.filter((account) => accountIds.includes(account.id));
  if (accounts.length < new Set(accountIds).size) return fail('retention.no_account');
  const refused = refuse(ctx, input, accounts);
  if (refused) return refused;
  const exit = await write(ctx, input, accounts);
  const spokenAt = row.spokenAt ?? ctx.clock.now();
  const told = { type: 'retention.exit_accepted', facts: { exit, endsOn } } as const;
  return ok({ id, version: await writeCase(ctx, row, { spokenAt }, told) });
}

/** @returns the number of the application */
async function write(
  ctx: Ctx,
  { id: caseId, endsOn, leavingFee, words, equipment }: Input,
  accounts: readonly Settled[],
): Promise<number> {
  const shown = accounts.map(({ id: accountId, feeMinor, balanceMinor }) => ({
    caseId,
    accountId,
    feeMinor: leavingFee === 'charged' ? feeMinor : 0,
    balanceMinor,
  }));
  const { number } = await ctx.db
    .insertInto('caseExits')
    .values({
      caseId,
      appliedOn: today(ctx),
      endsOn,
      leavingFee,
      words,
      feeMinor: shown.reduce((total, { feeMinor }) => total + feeMinor, 0),
      balanceMinor: shown.reduce((total, { balanceMinor }) => total + balanceMinor, 0),
      currency: ctx.operator.currency,
      acceptedBy: staffIdOf(ctx.actor),
      acceptedAt: ctx.clock.now(),
    })
    .returning('number')
    .executeTakeFirstOrThrow();
  await ctx.db.insertInto('exitAccounts').values(shown).execute();
  if (equipment.length > 0) {
    const rows = equipment.map((one) => ({ ...one, caseId }));
    await ctx.db.insertInto('exitEquipment').values(rows).execute();
  }
  return number;
}

function refuse(
  ctx: Ctx,
  { endsOn, leavingFee, words }: Input,
  accounts: readonly Settled[],
): Fail | null {
  if (accounts.length === 0) return fail('retention.no_account');
  if (endsOn < today(ctx) || endsOn > daysAfter(today(ctx), MOST_DAYS_AHEAD)) {
    const code = 'retention.wrong_end';
    return fail(code, { days: MOST_DAYS_AHEAD }, { endsOn: code });
  }
  const costs = accounts.some(({ feeMinor }) => feeMinor > 0);
  if (leavingFee === 'charged' || !costs) return null;
  if (reachOf(ctx.actor, 'billing.adjust') === null) return fail('retention.may_not_waive');
  const code = 'billing.waiver_needs_words';
  return words === '' ? fail(code, {}, { words: code }) : null;
}
