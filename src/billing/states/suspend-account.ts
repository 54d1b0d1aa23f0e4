import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { chargeAccounts } from '../charging/charge-accounts.ts';
import { lockAccount } from '../find-account.ts';
import { liftLimits } from './limit-for-debt.ts';
import { setStates } from './set-states.ts';

/** Suspends service by hand, for a reason in words; only a hand resumes it. */
export async function suspendAccount(
  ctx: Ctx,
  { id, words }: { id: number; words: string },
): Promise<Result<Done>> {
  const locked = await lockAccount(ctx, id, 'billing.adjust');
  if (!locked.ok) return locked;
  if (locked.value.state !== 'active') return fail('billing.not_active');
  await ctx.db
    .insertInto('serviceBreaks')
    .values({
      accountId: id,
      kind: 'suspended',
      reason: 'by_hand',
      beganAt: ctx.clock.now(),
      words,
      begunBy: staffIdOf(ctx.actor),
    })
    .execute();
  await setStates(ctx, [id], { state: 'suspended', reason: 'by_hand' });
  await chargeAccounts(ctx, [id]);
  return ok({});
}

/**
 * Resumes an account by hand, whatever it was suspended for. If it is short of money still, the
 * days of grace and the steps of dunning begin anew; the debt is as old as it was.
 */
export async function resumeAccount(ctx: Ctx, { id }: { id: number }): Promise<Result<Done>> {
  const locked = await lockAccount(ctx, id, 'billing.adjust');
  if (!locked.ok) return locked;
  if (locked.value.state !== 'suspended') return fail('billing.not_suspended');
  const now = ctx.clock.now();
  // service_breaks_open (account_id) where ended_at is null
  await sql`
    update service_breaks set ended_at = greatest(began_at, ${now})
    where  account_id = ${id} and ended_at is null`.execute(ctx.db);
  await ctx.db
    .updateTable('shortfalls')
    .set({ graceFrom: now })
    .where('accountId', '=', id)
    .execute();
  // service_breaks_account (account_id, began_at)
  const { rows: paused } = await sql`
    select from service_breaks
    where  account_id = ${id} and began_at <= ${now} and ended_at > ${now} limit 1`.execute(ctx.db);
  const state = paused.length > 0 ? 'paused' : 'active';
  await liftLimits(ctx, [id]);
  await setStates(ctx, [id], { state, reason: 'by_hand' });
  await chargeAccounts(ctx, [id]);
  return ok({});
}
