import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { Tick } from '../../kernel/wiring.ts';
import { today } from '../../subscribers/index.ts';
import { countFacts } from '../facts/count-facts.ts';
import { factSources } from '../facts/sources.ts';
import { countMoves } from '../moves/count-moves.ts';
import type { Portion } from '../moves/find-moves.ts';
import { finishNight } from './finish-night.ts';

/** After the night's charges and the programmes that read them. */
const BEGINS_AT_HOUR = 5;
const PORTION = 20_000;

/**
 * Once a night all days before it are counted: portion by portion of the accounts, then of what
 * else is counted, so that a night cut off goes on where it was. The first time it does not wait
 * for the night.
 */
export const nightTick: Tick = {
  name: 'reports.night',
  everySeconds: 30,
  isOwnTransactions: true,
  run: async (ctx, signal) => {
    if (!(await isTime(ctx))) return;
    await inTransaction(ctx, begin);
    for (;;) {
      if (signal.aborted) return;
      if (!(await inTransaction(ctx, countPortion))) break;
    }
    await finishNight(ctx);
  },
};

async function isTime(ctx: Ctx): Promise<boolean> {
  // kpi_nights_pkey
  const { rows } = await sql<{ isTime: boolean }>`
    select not exists (select from kpi_nights
                       where "on" = ${today(ctx)} and finished_at is not null)
           and (not exists (select from kpi_nights where finished_at is not null)
                or ${ctx.clock.now()}::timestamptz >=
                     (${today(ctx)}::date + ${BEGINS_AT_HOUR} * interval '1 hour')
                       at time zone ${ctx.operator.timeZone}) as is_time`.execute(ctx.db);
  return rows[0]?.isTime ?? false;
}

/** The night of today; one of before that was cut off is not gone on with, for this counts all. */
async function begin(ctx: Ctx): Promise<void> {
  await sql`delete from kpi_nights where "on" < ${today(ctx)} and finished_at is null`.execute(
    ctx.db,
  );
  await sql`
    insert into kpi_nights ("on", started_at) values (${today(ctx)}, ${ctx.clock.now()})
    on conflict ("on") do nothing`.execute(ctx.db);
}

/** @returns whether there is more to count; not where another worker counts */
async function countPortion(ctx: Ctx): Promise<boolean> {
  const { rows } = await sql<{ on: string; stage: string; afterId: number }>`
    select "on", stage, after_id from kpi_nights
    where  counted_at is null order by "on" desc limit 1
    for    update skip locked`.execute(ctx.db);
  const [night] = rows;
  if (!night) return false;
  const at = stages.findIndex(({ key }) => key === night.stage);
  const stage = stages[at];
  if (!stage) throw new Error(`nothing is counted as ${night.stage}`);
  const toId = await endOfPortion(ctx, stage.table, night.afterId);
  const changed = await stage.count(ctx, { fromId: night.afterId, toId, before: night.on });
  const next = toId === null ? stages[at + 1] : stage;
  await sql`
    update kpi_nights
    set    stage = ${next?.key ?? stage.key}, after_id = ${toId ?? 0},
           changed = changed + ${changed}, counted_at = ${next ? null : ctx.clock.now()}
    where  "on" = ${night.on}`.execute(ctx.db);
  return next !== undefined;
}

type Stage = {
  key: string;
  table: string;
  count: (ctx: Ctx, portion: Portion) => Promise<number>;
};

/** What is counted one after another: moves of accounts, then each source of facts. */
const stages: readonly Stage[] = [
  { key: 'moves', table: 'accounts', count: countMoves },
  ...factSources.map((source) => ({
    key: source.key,
    table: source.table,
    count: (ctx: Ctx, portion: Portion) => countFacts(ctx, source, portion),
  })),
];

/** The last row of a portion; null where all that is left is one. */
async function endOfPortion(ctx: Ctx, table: string, afterId: number): Promise<number | null> {
  // By the key of each.
  const { rows } = await sql<{ id: number }>`
    select id from ${sql.table(table)} where id > ${afterId}
    order  by id offset ${PORTION} limit 1`.execute(ctx.db);
  return rows[0]?.id ?? null;
}
