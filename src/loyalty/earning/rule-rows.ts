import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Signal } from './signals.ts';

export type EarningRule = {
  id: number;
  version: number;
  name: string;
  signal: Signal;
  bound: number;
  points: number;
  pendingDays: number;
  mostPoints: number | null;
  capPeriod: 'month' | 'year';
  budgetPoints: number | null;
  /** `YYYY-MM-DD`: nothing is earned for days before. */
  onSince: string | null;
  triedVersion: number | null;
  archivedAt: Date | null;
};

const columns = sql`
  r.id, r.version, r.name, r.signal, r.bound, r.points, r.pending_days, r.most_points,
  r.cap_period, r.budget_points, r.on_since, r.tried_version, r.archived_at`;

export async function findRule(ctx: Ctx, id: number): Promise<Result<EarningRule>> {
  // earning_rules_pkey
  const { rows } = await sql<EarningRule>`
    select ${columns} from earning_rules r where r.id = ${id}`.execute(ctx.db);
  return rows[0] ? ok(rows[0]) : fail('loyalty.no_such_rule');
}

/** The same, locked for a write by whoever has seen that version. */
export async function lockRule(
  ctx: Ctx,
  id: number,
  version: number,
): Promise<Result<EarningRule>> {
  const { rows } = await sql<EarningRule>`
    select ${columns} from earning_rules r where r.id = ${id} for update`.execute(ctx.db);
  const [row] = rows;
  if (!row) return fail('loyalty.no_such_rule');
  return row.version === version ? ok(row) : fail('loyalty.changed_meanwhile');
}

/** Those by which points are earned now. An operator has dozens. */
export async function rulesOn(ctx: Ctx): Promise<EarningRule[]> {
  const { rows } = await sql<EarningRule>`
    select ${columns} from earning_rules r
    where  r.on_since is not null order by r.id limit 200`.execute(ctx.db);
  return rows;
}
