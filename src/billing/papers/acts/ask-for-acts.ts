import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../../kernel/context.ts';
import { type Fail, fail, ok, type Result } from '../../../kernel/result.ts';
import { today } from '../../../subscribers/index.ts';
import { monthOf, nextMonthOf } from '../../charging/open-scope.ts';
import { loadSeller } from '../details/load-seller.ts';

/**
 * Starts the making of a month's acts, or joins the making that is going on. The month has to be
 * over and charged: what is charged later is put right by a corrective act.
 */
export async function askForActs(
  ctx: Ctx,
  { month }: { month: string },
): Promise<Result<{ id: number }>> {
  const refused = await refuseActs(ctx, monthOf(month));
  return refused ?? ok({ id: await openActRun(ctx, monthOf(month)) });
}

/** Why the acts of a month cannot be made yet; null where they can. */
export async function refuseActs(ctx: Ctx, month: string): Promise<Fail | null> {
  const { name, taxNumber } = await loadSeller(ctx);
  if (name === '' || taxNumber === '') return fail('billing.seller_unknown');
  if (nextMonthOf(month) > today(ctx)) return fail('billing.month_not_over');
  // charge_runs_started (started_at desc, id desc)
  const { rows } = await sql`
    select from charge_runs
    where  finished_at is not null
    and    started_at >= ${nextMonthOf(month)}::date::timestamp at time zone ${ctx.operator.timeZone}
    limit  1`.execute(ctx.db);
  return rows.length > 0 ? null : fail('billing.month_not_charged');
}

/** Opens a making of acts, or finds the one that is going on. @returns its id */
export async function openActRun(ctx: Ctx, month: string): Promise<number> {
  // act_runs_unfinished
  const { rows } = await sql<{ id: number }>`
    insert into act_runs (month, started_by, started_at)
    values (${month}, ${staffIdOf(ctx.actor)}, ${ctx.clock.now()})
    on     conflict ((true)) where finished_at is null do nothing returning id`.execute(ctx.db);
  if (rows[0]) return rows[0].id;
  const going = await ctx.db
    .selectFrom('actRuns')
    .select('id')
    .where('finishedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return going.id;
}
