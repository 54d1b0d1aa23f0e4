import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import {
  type Difference,
  differenceOfMeans,
  differenceOfShares,
} from '../../kernel/statistics/differences.ts';
import type { effectApi } from '../api/effect.ts';
import { loadProgramme } from '../programme/load-programme.ts';
import { type Compared, compareGroups } from './compare-groups.ts';
import { readMonths } from './read-months.ts';

type Shown = z.input<(typeof effectApi)['GET /api/loyalty/effect']['output']>;

const MOST_MS = 60_000;

/** What the programme costs and owes, counted from the ledger, and what it brings. */
export async function showEffect(ctx: Ctx, { months }: { months: number }): Promise<Result<Shown>> {
  await sql`select set_config('statement_timeout', ${`${MOST_MS}ms`}, true)`.execute(ctx.db);
  const { pointMinor, begunOn } = await loadProgramme(ctx);
  const { owedPoints, earned, expired } = await totals(ctx);
  const { members, control } = await compareGroups(ctx, begunOn);
  return ok({
    currency: ctx.operator.currency,
    pointMinor,
    owedPoints,
    owedMinor: owedPoints * pointMinor,
    breakage: earned > 0 ? expired / earned : null,
    months: await readMonths(ctx, months),
    since: members.people > 0 ? begunOn : null,
    members: shown(members),
    control: shown(control),
    ...differences(members, control),
  });
}

const shown = ({ people, stayed, meanMinor }: Compared) => ({ people, stayed, meanMinor });

/** Of fewer the bounds are of no use. */
const FEWEST = 2;

function differences(
  members: Compared,
  control: Compared,
): { stay: Difference | null; revenue: Difference | null } {
  if (members.people < FEWEST || control.people < FEWEST) return { stay: null, revenue: null };
  const share = ({ stayed, people }: Compared) => ({ successes: stayed, tries: people });
  const sample = ({ people, meanMinor, variance }: Compared) => ({
    count: people,
    mean: meanMinor,
    variance,
  });
  return {
    stay: differenceOfShares(share(control), share(members)),
    revenue: differenceOfMeans(sample(control), sample(members)),
  };
}

async function totals(ctx: Ctx): Promise<{ owedPoints: number; earned: number; expired: number }> {
  // ledger_accounts_own (kind, currency), ledger_postings_account, ledger_accounts_wallet
  const { rows } = await sql<{ owedPoints: number; earned: number; expired: number }>`
    select coalesce((select sum(b.balance_minor)
                     from   ledger_accounts l
                     join   ledger_balances b on b.ledger_account_id = l.id
                     where  l.wallet_id is not null), 0)::bigint as owed_points,
           coalesce(-sum(p.amount_minor) filter (where a.kind = 'points_issued'), 0)::bigint
             as earned,
           coalesce(sum(p.amount_minor) filter (where a.kind = 'points_expired'), 0)::bigint
             as expired
    from   ledger_accounts a
    join   ledger_postings p on p.ledger_account_id = a.id
    where  a.kind in ('points_issued', 'points_expired')`.execute(ctx.db);
  return rows[0] ?? { owedPoints: 0, earned: 0, expired: 0 };
}
