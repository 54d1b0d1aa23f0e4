import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import { firstMonth } from './first-month.ts';
import { loadSettings } from './load-settings.ts';

/** Starts a run for a person, or joins the one that is going on. */
export async function askForRun(ctx: Ctx): Promise<Result<{ id: number }>> {
  const { chargesBeginOn } = await loadSettings(ctx);
  if (chargesBeginOn === null || chargesBeginOn > today(ctx)) return fail('billing.charging_off');
  return ok({ id: await openRun(ctx) });
}

/** Opens a run of all accounts, or finds the one that is going on. @returns its id */
export async function openRun(ctx: Ctx): Promise<number> {
  const fromMonth = await firstMonth(ctx);
  const values = { startedBy: staffIdOf(ctx.actor), startedAt: ctx.clock.now(), fromMonth };
  const { rows } = await sql<{ id: number }>`
    insert into charge_runs (started_by, started_at, from_month)
    values (${values.startedBy}, ${values.startedAt}, ${values.fromMonth})
    on     conflict ((true)) where finished_at is null do nothing returning id`.execute(ctx.db);
  if (rows[0]) return rows[0].id;
  const going = await ctx.db
    .selectFrom('chargeRuns')
    .select('id')
    .where('finishedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return going.id;
}
