import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import { type Ctx, reachOf } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { AdviceRun, advisorApi } from '../api/advisor.ts';

type Shown = z.input<(typeof advisorApi)['GET /api/advisor']['output']>;

/** What the latest run found, in sums; they are of all accounts, so for those who reach all. */
export async function showAdvisor(ctx: Ctx): Promise<Result<Shown>> {
  const [latest, going] = await Promise.all([
    findRun(ctx, sql`finished_at is not null`),
    findRun(ctx, sql`finished_at is null`),
  ]);
  const isAll = reachOf(ctx.actor, 'billing.advisor') === 'all';
  // advisor_sums_pkey (run_id, …)
  const { rows: sums } = await sql<Shown['sums'][number]>`
    select kind, product_id, currency, from_minor, accounts, minor from advisor_sums
    where  run_id = ${latest?.id ?? null} and ${isAll}
    order  by kind, product_id, currency, from_minor`.execute(ctx.db);
  const { rows: products } = await sql<Shown['products'][number]>`
    select id, name from products where kind = 'tariff' order by name, id`.execute(ctx.db);
  return ok({ latest, going, sums, products });
}

async function findRun(ctx: Ctx, which: RawBuilder<unknown>): Promise<AdviceRun | null> {
  // advisor_runs_started (started_at desc, id desc), advisor_runs_unfinished
  const { rows } = await sql<AdviceRun>`
    select id, started_at, finished_at, month, accounts from advisor_runs
    where  ${which} order by started_at desc, id desc limit 1`.execute(ctx.db);
  return rows[0] ?? null;
}
