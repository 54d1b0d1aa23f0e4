import { sql } from 'kysely';
import type { LeaversExpected } from '../../billing/index.ts';

/** How many of some accounts leave within ninety days as they stand now, by the nightly scoring. */
export const leaversAmong: LeaversExpected = async (ctx, accounts) => {
  // accounts_pkey, subscribers_pkey, risk_scores_pkey
  const { rows } = await sql<{ scored: number; expected: number; monthlyMinor: number }>`
    select count(*) as scored, round(coalesce(sum(r.chance_90), 0))::integer as expected,
           round(coalesce(sum(r.chance_90 * w.monthly_minor), 0))::bigint as monthly_minor
    from   (${accounts}) w
    join   accounts a on a.id = w.account_id
    join   subscribers s on s.id = a.subscriber_id
    join   risk_scores r on r.id = s.root_id`.execute(ctx.db);
  const [found] = rows;
  if (!found?.scored) return null;
  return { expected: found.expected, monthlyMinor: found.monthlyMinor };
};
