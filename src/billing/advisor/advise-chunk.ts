import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { emit } from '../../kernel/events/journal.ts';
import { loadAdvisorSettings } from './advisor-settings.ts';
import { judged } from './judged.ts';
import { NOW, priceTariffs } from './price-tariffs.ts';
import { sumRun } from './sum-run.ts';
import { windowOf, type Window } from './window.ts';

/** Accounts in one transaction: many enough to be worth a plan, few enough for memory. */
const CHUNK = 10_000;

type Run = { id: number; throughAccountId: number };

/**
 * Advises on the next accounts of the run that is going on, and notes how far it has come in the
 * same transaction: a run that was cut off goes on where it was.
 * @returns whether there may be more to do
 */
export const adviseNextChunk = (given: Ctx, size = CHUNK): Promise<boolean> =>
  inTransaction(given, async (ctx) => {
    // advisor_runs_unfinished; two workers never do one chunk
    const { rows } = await sql<Run>`
      select id, through_account_id from advisor_runs
      where  finished_at is null for update`.execute(ctx.db);
    const [run] = rows;
    if (!run) return false;
    const { rows: next } = await sql<{ through: number | null; count: number }>`
      select max(id) as through, count(*) as count
      from   (select id from accounts where id > ${run.throughAccountId}
              order by id limit ${size}) next`.execute(ctx.db);
    const { through = null, count = 0 } = next[0] ?? {};
    if (through === null) return finish(ctx, run);
    const window = await windowOf(ctx, await loadAdvisorSettings(ctx));
    await priceTariffs(ctx, window, sql`a.id > ${run.throughAccountId} and a.id <= ${through}`);
    await keep(ctx, window, run);
    await sql`
      update advisor_runs set through_account_id = ${through}, accounts = accounts + ${count}
      where  id = ${run.id}`.execute(ctx.db);
    return true;
  });

/** Writes down what was found of those who have history enough. */
async function keep(ctx: Ctx, window: Window, run: Run): Promise<void> {
  // advices_account_id_service_key
  await sql`
    with ${judged(window)},
    best as (select * from judged where place = 1 and is_fit),
    same as (select distinct on (account_id, service) account_id, service, mean_minor
             from judged where offered_product_id = product_id
             order by account_id, service, offered_id desc)
    insert into advices (account_id, service, run_id, subscription_id, product_id, currency,
                         months, now_minor, best_version_id, best_minor, saving_minor,
                         underpaid_minor, is_shared)
    select c.account_id, c.service, ${run.id}, c.subscription_id, c.product_id, c.currency,
           c.months, n.mean_minor, b.offered_id, b.mean_minor,
           greatest(0, coalesce(b.saved_minor, 0)),
           greatest(0, coalesce(s.mean_minor - n.mean_minor, 0)),
           c.is_shared
    from   advice_cases c
    join   totals n on n.account_id = c.account_id and n.service = c.service
                   and n.version_id = ${NOW}
    left   join best b on b.account_id = c.account_id and b.service = c.service
    left   join same s on s.account_id = c.account_id and s.service = c.service
    where  c.months >= ${window.settings.leastMonths}
    order  by c.account_id, c.service
    on     conflict (account_id, service) do update set
           run_id = excluded.run_id, subscription_id = excluded.subscription_id,
           product_id = excluded.product_id, currency = excluded.currency,
           months = excluded.months, now_minor = excluded.now_minor,
           best_version_id = excluded.best_version_id, best_minor = excluded.best_minor,
           saving_minor = excluded.saving_minor, underpaid_minor = excluded.underpaid_minor,
           is_shared = excluded.is_shared`.execute(ctx.db);
}

/** What no run has found again is forgotten; one event tells of the whole run. */
async function finish(ctx: Ctx, { id }: Run): Promise<false> {
  // advices_run (run_id)
  await sql`delete from advices where run_id < ${id}`.execute(ctx.db);
  await sumRun(ctx, id);
  const { accounts } = await ctx.db
    .updateTable('advisorRuns')
    .set({ finishedAt: ctx.clock.now() })
    .where('id', '=', id)
    .returning('accounts')
    .executeTakeFirstOrThrow();
  await emit(ctx, {
    type: 'billing.advice_made',
    subject: { kind: 'advisor_run', id },
    facts: { accounts },
  });
  return false;
}
