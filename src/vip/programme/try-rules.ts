import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { programmeApi, RulesInput } from '../api/programme.ts';
import { countClients } from './count-clients.ts';
import { closedMonth, refuseRules } from './rules.ts';

type Tried = z.input<(typeof programmeApi)['POST /api/vip-settings/try']['output']>;
type Row = {
  members: number;
  candidates: number;
  profitable: number;
  high: number;
  veryHigh: number;
  corporate: number;
};

/** What these rules would come to now, beside what is; nothing is changed. */
export async function tryRules(ctx: Ctx, rules: RulesInput): Promise<Result<Tried>> {
  const refused = refuseRules(rules);
  // What is counted stands in tables that go with the transaction.
  return refused ?? inTransaction(ctx, (tx) => compare(tx, rules));
}

async function compare(ctx: Ctx, rules: RulesInput): Promise<Result<Tried>> {
  await countClients(ctx, { ...rules, version: 0 });
  const counts = (member: ReturnType<typeof sql>, candidate: ReturnType<typeof sql>) => sql`
    count(*) filter (where ${member})::int as members,
    count(*) filter (where ${candidate})::int as candidates,
    count(*) filter (where ${member} and tier = 'profitable')::int as profitable,
    count(*) filter (where ${member} and tier = 'high')::int as high,
    count(*) filter (where ${member} and tier = 'very_high')::int as very_high,
    count(*) filter (where is_corporate)::int as corporate`;
  const met = await sql<Row>`
    select ${counts(sql`is_met`, sql`is_candidate`)} from vip_counted`.execute(ctx.db);
  const now = await sql<Row>`
    select ${counts(sql`state = 'member'`, sql`state = 'candidate'`)}
    from   vip_clients`.execute(ctx.db);
  const moves = await sql<{ comes: number; goes: number }>`
    select count(*) filter (where c.is_met and v.state is distinct from 'member')::int as comes,
           count(*) filter (where v.state = 'member' and not c.is_met)::int as goes
    from   vip_counted c left join vip_clients v on v.id = c.id`.execute(ctx.db);
  const month = closedMonth(ctx);
  const { comes = 0, goes = 0 } = moves.rows[0] ?? {};
  return ok({ now: said(month, now.rows[0]), tried: said(month, met.rows[0]), comes, goes });
}

function said(month: string, row: Row | undefined): Tried['now'] {
  const { members = 0, candidates = 0, corporate = 0 } = row ?? {};
  const { profitable = 0, high = 0, veryHigh = 0 } = row ?? {};
  return {
    month,
    members,
    candidates,
    corporate,
    tiers: { profitable, high, very_high: veryHigh },
  };
}
