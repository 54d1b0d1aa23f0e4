import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

export type StoredExit = {
  caseId: number;
  number: number;
  endsOn: string;
  leavingFee: 'charged' | 'waived';
  words: string;
  closedAt: Date | null;
  accounts: { id: number; endsOn: string }[];
};

/** The exit of a case, if one was accepted. */
export async function findExit(ctx: Ctx, caseId: number): Promise<StoredExit | null> {
  // case_exits_pkey, exit_accounts_pkey
  const { rows } = await sql<StoredExit>`
    select x.case_id, x.number, x.ends_on, x.leaving_fee, x.words, x.closed_at, (
             select coalesce(jsonb_agg(jsonb_build_object(
                      'id', e.account_id, 'endsOn', e.ends_on) order by e.account_id), '[]')
             from   exit_accounts e where e.case_id = x.case_id) as accounts
    from   case_exits x where x.case_id = ${caseId}`.execute(ctx.db);
  return rows[0] ?? null;
}
