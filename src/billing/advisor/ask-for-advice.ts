import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { loadAdvisorSettings } from './advisor-settings.ts';
import { windowOf } from './window.ts';

/** Starts advising on all accounts for a person, or joins what is going on. */
export const askForAdvice = async (ctx: Ctx): Promise<Result<{ id: number }>> =>
  ok({ id: await openAdviceRun(ctx) });

/** Opens a run of all accounts, or finds the one that is going on. @returns its id */
export async function openAdviceRun(ctx: Ctx): Promise<number> {
  const { terms } = await windowOf(ctx, await loadAdvisorSettings(ctx));
  const { rows } = await sql<{ id: number }>`
    insert into advisor_runs (started_by, started_at, month)
    values (${staffIdOf(ctx.actor)}, ${ctx.clock.now()}, ${terms.thisMonth})
    on     conflict ((true)) where finished_at is null do nothing returning id`.execute(ctx.db);
  if (rows[0]) return rows[0].id;
  const going = await ctx.db
    .selectFrom('advisorRuns')
    .select('id')
    .where('finishedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return going.id;
}
