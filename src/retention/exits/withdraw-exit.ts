import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { refuseVeiled } from '../../subscribers/index.ts';
import { lockOpenCase } from '../cases/lock-case.ts';
import { writeCase } from '../cases/write-case.ts';

/** Takes an application back before its day has come: they stay for now, the case goes on. */
export async function withdrawExit(
  ctx: Ctx,
  { id, version }: { id: number; version: number },
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockOpenCase(ctx, id, version);
  if (!locked.ok) return locked;
  // Whoever rings may not take back what somebody else has asked for.
  const veiled = await refuseVeiled(ctx, [locked.value.subscriberId]);
  if (veiled) return veiled;
  const gone = await ctx.db
    .deleteFrom('caseExits')
    .where('caseId', '=', id)
    .where('closedAt', 'is', null)
    .returning('number')
    .executeTakeFirst();
  if (!gone) return fail('retention.no_exit');
  const told = { type: 'retention.exit_withdrawn', facts: { exit: gone.number } } as const;
  return ok({ id, version: await writeCase(ctx, locked.value, {}, told) });
}
