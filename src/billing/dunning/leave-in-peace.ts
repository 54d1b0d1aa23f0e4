import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import { lockAccount } from '../find-account.ts';
import { tellOfAccount } from '../tell-of-account.ts';

type Input = { id: number; untilOn: string; words: string };

/** Leaves an account in peace until a day, which is the last: no steps, no suspension for debt. */
export async function leaveInPeace(ctx: Ctx, { id, untilOn, words }: Input): Promise<Result<Done>> {
  const locked = await lockAccount(ctx, id, 'billing.serve');
  if (!locked.ok) return locked;
  if (untilOn < today(ctx)) {
    return fail('billing.wrong_period', {}, { untilOn: 'billing.wrong_period' });
  }
  const pause = {
    untilOn,
    words,
    pausedBy: staffIdOf(ctx.actor),
    pausedAt: ctx.clock.now(),
  };
  await ctx.db
    .insertInto('dunningPauses')
    .values({ accountId: id, ...pause })
    .onConflict((conflict) => conflict.column('accountId').doUpdateSet(pause))
    .execute();
  await tellOfAccount(ctx, 'billing.dunning_paused', locked.value, { untilOn });
  return ok({});
}

/** Goes on with the steps where they were. */
export async function goOn(ctx: Ctx, { id }: { id: number }): Promise<Result<Done>> {
  const locked = await lockAccount(ctx, id, 'billing.serve');
  if (!locked.ok) return locked;
  const { numDeletedRows } = await ctx.db
    .deleteFrom('dunningPauses')
    .where('accountId', '=', id)
    .executeTakeFirst();
  if (numDeletedRows > 0n) await tellOfAccount(ctx, 'billing.dunning_resumed', locked.value);
  return ok({});
}
