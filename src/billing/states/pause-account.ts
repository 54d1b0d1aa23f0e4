import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { type Done, type Fail, fail, ok, type Result } from '../../kernel/result.ts';
import { daysAfter, today } from '../../subscribers/index.ts';
import { chargeAccounts } from '../charging/charge-accounts.ts';
import { loadSettings } from '../charging/load-settings.ts';
import { type Account, lockAccount } from '../find-account.ts';
import { daysBetween, startOfDay } from './local-days.ts';
import { pausesLeft } from './pauses-of-year.ts';
import { setStates } from './set-states.ts';
import { tellOfAccount } from '../tell-of-account.ts';

type Pause = { id: number; fromOn: string; toOn: string; words: string };

/**
 * Pauses service from one day to another, both included, as the subscriber wishes. What was charged
 * in advance for those days comes back at once.
 */
export async function pauseAccount(ctx: Ctx, input: Pause): Promise<Result<{ id: number }>> {
  const { id: accountId, fromOn, toOn, words } = input;
  const locked = await lockAccount(ctx, accountId, 'billing.serve');
  if (!locked.ok) return locked;
  const refused = await refuse(ctx, locked.value, input);
  if (refused) return refused;
  const day = today(ctx);
  const begins = fromOn === day ? sql`${ctx.clock.now()}` : startOfDay(ctx, fromOn);
  const { rows } = await sql<{ id: number }>`
    insert into service_breaks (account_id, kind, reason, began_at, ended_at, words, begun_by)
    values (${accountId}, 'paused', 'wish', ${begins}, ${startOfDay(ctx, daysAfter(toOn, 1))},
            ${words}, ${staffIdOf(ctx.actor)})
    returning id`.execute(ctx.db);
  if (fromOn === day) await setStates(ctx, [accountId], { state: 'paused', reason: 'wish' });
  else await tellOfAccount(ctx, 'billing.pause_planned', locked.value, { fromOn, toOn });
  await chargeAccounts(ctx, [accountId]);
  return ok({ id: rows[0]?.id ?? 0 });
}

async function refuse(ctx: Ctx, account: Account, { fromOn, toOn }: Pause): Promise<Fail | null> {
  if (account.state !== 'active') return fail('billing.not_active');
  if (toOn < fromOn) return fail('billing.wrong_period', {}, { toOn: 'billing.wrong_period' });
  if (fromOn < today(ctx)) {
    return fail('billing.wrong_period', {}, { fromOn: 'billing.wrong_period' });
  }
  const settings = await loadSettings(ctx);
  const days = daysBetween(fromOn, toOn) + 1;
  const least = settings.leastPauseDays;
  if (days < least) {
    return fail('billing.pause_too_short', { count: least }, { toOn: 'billing.pause_too_short' });
  }
  const { left, daysLeft } = await pausesLeft(ctx, settings, account.id, fromOn.slice(0, 4));
  if (left < 1 || daysLeft < days) return fail('billing.pause_quota', { left, daysLeft });
  // service_breaks_account (account_id, began_at)
  const { rows } = await sql`
    select from service_breaks
    where  account_id = ${account.id} and began_at < ${startOfDay(ctx, daysAfter(toOn, 1))}
    and    (ended_at is null or ended_at > ${startOfDay(ctx, fromOn)})
    and    ended_at > ${ctx.clock.now()} limit 1`.execute(ctx.db);
  return rows.length > 0 ? fail('billing.pause_overlaps') : null;
}

/** Ends a pause now; one that has not begun never was. */
export async function endPause(
  ctx: Ctx,
  { id: accountId, pauseId }: { id: number; pauseId: number },
): Promise<Result<Done>> {
  const locked = await lockAccount(ctx, accountId, 'billing.serve');
  if (!locked.ok) return locked;
  const now = ctx.clock.now();
  // service_breaks_pkey
  const pause = await ctx.db
    .selectFrom('serviceBreaks')
    .select(['beganAt', 'endedAt'])
    .where('id', '=', pauseId)
    .where('accountId', '=', accountId)
    .where('kind', '=', 'paused')
    .where('endedAt', '>', now)
    .executeTakeFirst();
  if (!pause) return fail('billing.no_such_pause');
  if (pause.beganAt > now) {
    await ctx.db.deleteFrom('serviceBreaks').where('id', '=', pauseId).execute();
    await tellOfAccount(ctx, 'billing.pause_taken_back', locked.value);
  } else {
    await ctx.db
      .updateTable('serviceBreaks')
      .set({ endedAt: now })
      .where('id', '=', pauseId)
      .execute();
    if (locked.value.state === 'paused') {
      await setStates(ctx, [accountId], { state: 'active', reason: 'wish' });
    }
  }
  await chargeAccounts(ctx, [accountId]);
  return ok({});
}
