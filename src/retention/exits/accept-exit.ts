import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { refuseVeiled } from '../../subscribers/index.ts';
import type { exitsApi } from '../api/exits.ts';
import { lockOpenCase } from '../cases/lock-case.ts';
import { writeCase } from '../cases/write-case.ts';
import { accountsOfCase } from './accounts-of-case.ts';
import { findExit } from './find-exit.ts';
import { refuseExit } from './refuse-exit.ts';
import { writeExit } from './write-exit.ts';

type Input = z.output<(typeof exitsApi)['POST /api/cases/{id}/exit']['input']>;

/**
 * Accepts an application to leave, of the accounts that it names or of all. What it costs and gives
 * back is kept as it was shown; the last day is served, and after it they are closed and settled.
 * Nobody has to hear an offer first: a reason is all. Where an exit stands, of a number that goes,
 * further accounts join it.
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
  const standing = await findExit(ctx, id);
  const open = await accountsOfCase(ctx, id, endsOn);
  const free = open.filter(({ id: at }) => !standing?.accounts.some((one) => one.id === at));
  if (standing && free.length === 0) return fail('retention.exit_stands');
  const { accountIds = free.map((account) => account.id) } = input;
  const accounts = free.filter((account) => accountIds.includes(account.id));
  if (accounts.length < new Set(accountIds).size) return fail('retention.no_account');
  const refused = refuseExit(ctx, { ...input, accounts, standing });
  if (refused) return refused;
  const exit = await writeExit(ctx, { ...input, caseId: id }, accounts);
  if (input.equipment.length > 0) {
    const rows = input.equipment.map((one) => ({ ...one, caseId: id }));
    await ctx.db.insertInto('exitEquipment').values(rows).execute();
  }
  const spokenAt = row.spokenAt ?? ctx.clock.now();
  const told = { type: 'retention.exit_accepted', facts: { exit, endsOn } } as const;
  return ok({ id, version: await writeCase(ctx, row, { spokenAt }, told) });
}
