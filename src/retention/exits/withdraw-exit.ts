import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { refuseVeiled } from '../../subscribers/index.ts';
import type { exitsApi } from '../api/exits.ts';
import { lockOpenCase } from '../cases/lock-case.ts';
import { writeCase } from '../cases/write-case.ts';
import { dropAccounts } from './drop-accounts.ts';
import { findExit } from './find-exit.ts';

type Input = z.output<(typeof exitsApi)['POST /api/cases/{id}/exit/withdraw']['input']>;

/**
 * Takes an application back before its day has come, of the accounts that are named or of all: they
 * stay for now, the case goes on. A number that was let go with such an account stays as well: its
 * transfer was called off.
 */
export async function withdrawExit(
  ctx: Ctx,
  { id, version, accountIds }: Input,
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockOpenCase(ctx, id, version);
  if (!locked.ok) return locked;
  // Whoever rings may not take back what somebody else has asked for.
  const veiled = await refuseVeiled(ctx, [locked.value.subscriberId]);
  if (veiled) return veiled;
  const exit = await findExit(ctx, id);
  const dropped = exit && !exit.closedAt ? await dropAccounts(ctx, id, accountIds ?? 'all') : [];
  if (!exit || dropped.length === 0) return fail('retention.no_exit');
  const ids = dropped.map((account) => account.id);
  await ctx.db
    .updateTable('portNotices')
    .set({ calledOffAt: ctx.clock.now() })
    .where('caseId', '=', id)
    .where('accountId', 'in', ids)
    .where('calledOffAt', 'is', null)
    .execute();
  const accounts = dropped.map(({ number }) => number);
  const facts = { exit: exit.number, accounts };
  const told = { type: 'retention.exit_withdrawn', facts } as const;
  return ok({ id, version: await writeCase(ctx, locked.value, {}, told) });
}
