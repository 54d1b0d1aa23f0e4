import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { refuseVeiled } from '../../subscribers/index.ts';
import { lockOpenCase } from '../cases/lock-case.ts';
import { writeCase } from '../cases/write-case.ts';
import { dropAccounts } from './drop-accounts.ts';
import { findExit } from './find-exit.ts';

/**
 * Takes an application back before its day has come: they stay for now, the case goes on. A number
 * that was let go with an account stays as well: its transfer was called off.
 */
export async function withdrawExit(
  ctx: Ctx,
  { id, version }: { id: number; version: number },
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockOpenCase(ctx, id, version);
  if (!locked.ok) return locked;
  // Whoever rings may not take back what somebody else has asked for.
  const veiled = await refuseVeiled(ctx, [locked.value.subscriberId]);
  if (veiled) return veiled;
  const exit = await findExit(ctx, id);
  if (!exit || exit.closedAt) return fail('retention.no_exit');
  await ctx.db
    .updateTable('portNotices')
    .set({ calledOffAt: ctx.clock.now() })
    .where('caseId', '=', id)
    .where('accountId', 'in', openOf(ctx, id))
    .where('calledOffAt', 'is', null)
    .execute();
  await dropAccounts(ctx, id, 'all');
  const told = { type: 'retention.exit_withdrawn', facts: { exit: exit.number } } as const;
  return ok({ id, version: await writeCase(ctx, locked.value, {}, told) });
}

const openOf = (ctx: Ctx, caseId: number) =>
  ctx.db
    .selectFrom('exitAccounts')
    .select('accountId')
    .where('caseId', '=', caseId)
    .where('finalMinor', 'is', null);
