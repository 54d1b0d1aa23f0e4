import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { Tick } from '../../kernel/wiring.ts';
import { today } from '../../subscribers/index.ts';
import { tellOfLeavers } from '../gifts/tell-of-leavers.ts';
import { giveLeaders } from '../leading/give-leaders.ts';
import { applyCount } from './apply-count.ts';
import { countClients } from './count-clients.ts';
import { countLock } from './count-lock.ts';
import { closedMonth, loadRules } from './rules.ts';

/** After the night's charges and the limits of trust, of which it reads who pays in time. */
const BEGINS_AT_HOUR = 4;

/** Once a night: who is of the programme, who is about to drop out of it, and who leads them. */
export const programmeTick: Tick = {
  name: 'vip.programme',
  everySeconds: 60,
  isOwnTransactions: true,
  run: async (ctx) => {
    if (await isTime(ctx)) await inTransaction(ctx, runProgramme);
  },
};

async function isTime(ctx: Ctx): Promise<boolean> {
  // Where we charge, a month is counted once this night has charged it. charge_runs_unfinished,
  // charge_runs_started (started_at desc, id desc), trust_runs_pkey, vip_runs_pkey
  const { rows } = await sql<{ isTime: boolean }>`
    select ${ctx.clock.now()}::timestamptz >=
             (${today(ctx)}::date + ${BEGINS_AT_HOUR} * interval '1 hour')
               at time zone ${ctx.operator.timeZone}
           and not exists (select from charge_runs where finished_at is null)
           and not exists (
             select from billing_settings g
             where  g.charges_begin_on <= ${today(ctx)}::date
             and    not exists (
               select from charge_runs
               where  started_at >= ${today(ctx)}::date::timestamp
                                      at time zone ${ctx.operator.timeZone}))
           and not exists (select from trust_runs where finished_at is null)
           and not exists (select from vip_runs where "on" = ${today(ctx)}::date) as is_time`.execute(
    ctx.db,
  );
  return rows[0]?.isTime ?? false;
}

async function runProgramme(ctx: Ctx): Promise<void> {
  const lock = await sql<{ isOurs: boolean }>`
    select pg_try_advisory_xact_lock(${countLock(ctx)}) as is_ours`.execute(ctx.db);
  if (!lock.rows[0]?.isOurs || !(await isTime(ctx))) return;
  const rules = await loadRules(ctx);
  await countClients(ctx, rules);
  const applied = await applyCount(ctx, rules);
  await giveLeaders(ctx);
  await tellOfLeavers(ctx);
  await ctx.db
    .insertInto('vipRuns')
    .values({
      on: today(ctx),
      month: closedMonth(ctx),
      ...applied,
      finishedAt: ctx.clock.now(),
    })
    .execute();
}
