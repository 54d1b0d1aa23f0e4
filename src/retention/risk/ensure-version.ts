import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { today } from '../../subscribers/index.ts';
import { everyFact } from './known-facts.ts';
import { makeScorecard, USUAL_LEAVING } from './scorecard.ts';
import { putInForce, storeVersion, versionInForce } from './store-version.ts';

/** The version in force; where nothing was learnt yet, a scorecard of agreed rules. */
export async function ensureVersion(ctx: Ctx): Promise<number> {
  const standing = await versionInForce(ctx);
  if (standing) return standing.id;
  const monthly = await leftMonthly(ctx);
  return inTransaction(ctx, async (tx) => {
    const id = await storeVersion(tx, { body: makeScorecard(everyFact(), monthly), quality: {} });
    await putInForce(tx, id, '');
    return id;
  });
}

const LEAST_LEFT = 20;

/** The share that left a month over the last half year, where enough did to tell. */
async function leftMonthly(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ here: number; gone: number }>`
    select count(*) filter (where left_on is null) as here,
           count(*) filter (where left_on > ${today(ctx)}::date - 183) as gone
    from   subscribers
    where  merged_into_id is null and status <> 'prospect'`.execute(ctx.db);
  const [here, gone] = [rows[0]?.here ?? 0, rows[0]?.gone ?? 0];
  return gone < LEAST_LEFT ? USUAL_LEAVING : gone / 6 / (here + gone / 2);
}
