import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { DunningTrial } from '../api/dunning.ts';
import { loadSettings } from '../charging/load-settings.ts';
import { holderJoins, reachesAccount } from '../reach.ts';
import { dueSteps } from './due-steps.ts';
import { loadDunning } from './load-dunning.ts';

const SAMPLE = 10;

/** Whom the next night would do what to. Whoever has seen that may switch the steps on. */
export async function tryDunning(ctx: Ctx): Promise<Result<DunningTrial>> {
  const settings = await loadDunning(ctx);
  const due = await dueSteps(ctx, settings, await loadSettings(ctx), sql`true`);
  const { rows } = await sql<DunningTrial>`
    with ${due},
    counted as (select what, step_day, count(*) as count from due_today group by what, step_day),
    shown as (
      select t.* from due_today t join accounts a on a.id = t.account_id ${holderJoins}
      where  ${reachesAccount(ctx, 'billing.view')}
      order  by t.step_day desc, t.account_id limit ${SAMPLE})
    select (select count(*) from debt) as debtors,
           (select coalesce(jsonb_agg(jsonb_build_object(
              'what', what, 'day', step_day, 'count', count) order by step_day, what), '[]')
            from counted) as counts,
           (select coalesce(jsonb_agg(jsonb_build_object(
              'accountId', account_id, 'account', account, 'what', what, 'days', days,
              'isCareful', is_careful, 'debtMinor', debt_minor, 'currency', currency)), '[]')
            from shown) as sample`.execute(ctx.db);
  await sql`
    update dunning_settings set tried_version = version
    where  version = ${settings.version}`.execute(ctx.db);
  const [trial] = rows;
  if (!trial) throw new Error('a count without a row');
  return ok(trial);
}
