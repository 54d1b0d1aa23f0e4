import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { fail, type Result } from '../../kernel/result.ts';
import { findVersion } from '../scripts/find-version.ts';
import { lockScript, writeScript } from '../scripts/write-script.ts';
import { isExperimentOn } from './is-experiment-on.ts';
import { outcomesInTerm } from './outcomes-in-term.ts';
import { neededTries } from '../../kernel/statistics/differences.ts';

type Input = {
  id: number;
  version: number;
  firstNumber: number;
  secondNumber: number;
  secondPercent: number;
  leastPoints: number;
};

/**
 * Lets deals begin by chance with one of two versions. How many are needed is said now, by what was
 * sold so far, and holds to the end.
 */
export async function startExperiment(
  ctx: Ctx,
  { id, version, firstNumber, secondNumber, secondPercent, leastPoints }: Input,
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockScript(ctx, id, version);
  if (!locked.ok) return locked;
  if (firstNumber === secondNumber) return fail('sales.same_version');
  const first = await findVersion(ctx, id, firstNumber);
  const second = await findVersion(ctx, id, secondNumber);
  if (!first || !second) return fail('sales.no_such_script');
  if (await isExperimentOn(ctx, id)) return fail('sales.experiment_on');
  const share = await soldShare(ctx, id);
  const needed = neededTries(share, leastPoints / 100, secondPercent / 100);
  await ctx.db
    .insertInto('scriptExperiments')
    .values({
      scriptId: id,
      firstVersionId: first.id,
      secondVersionId: second.id,
      secondPercent,
      leastPoints,
      neededFirst: needed.first,
      neededSecond: needed.second,
      startedAt: ctx.clock.now(),
      startedBy: staffIdOf(ctx.actor),
    })
    .execute();
  const facts = { firstNumber, secondNumber, secondPercent };
  return writeScript(ctx, locked.value, {}, 'experiment_started', facts);
}

/** Fewer deals say nothing of what is usual; then it is taken for a half, which needs most. */
const LEAST_DEALS = 50;
const HALF = 0.5;

/** Of the deals that walked through a script, the share that was sold within the same term. */
async function soldShare(ctx: Ctx, scriptId: number): Promise<number> {
  // guided_sales_script (script_version_id, state), deals_pkey
  const { rows } = await sql<{ deals: number; sold: number }>`
    select count(*) as deals, count(*) filter (where f.is_sold) as sold
    from  (select distinct on (g.deal_id) ${outcomesInTerm(ctx)}
           from   sale_script_versions v
           join   guided_sales g on g.script_version_id = v.id
           join   deals d on d.id = g.deal_id
           where  v.script_id = ${scriptId}
           order  by g.deal_id, g.id) f
    where  f.is_settled`.execute(ctx.db);
  const { deals = 0, sold = 0 } = rows[0] ?? {};
  return deals < LEAST_DEALS ? HALF : sold / deals;
}
