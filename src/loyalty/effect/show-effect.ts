import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import {
  type Difference,
  differenceOfMeans,
  differenceOfShares,
} from '../../kernel/statistics/differences.ts';
import { controlSince } from '../../retention/index.ts';
import type { effectApi } from '../api/effect.ts';
import { loadProgramme } from '../programme/load-programme.ts';
import { type Compared, compareGroups } from './compare-groups.ts';
import { readMonths } from './read-months.ts';
import { readOwed } from './read-owed.ts';
import { readWithheld } from './read-withheld.ts';

type Shown = z.input<(typeof effectApi)['GET /api/loyalty/effect']['output']>;

const MOST_MS = 60_000;

/** What the programme costs and owes, counted from the ledger, and what it brings. */
export async function showEffect(ctx: Ctx, { months }: { months: number }): Promise<Result<Shown>> {
  await sql`select set_config('statement_timeout', ${`${MOST_MS}ms`}, true)`.execute(ctx.db);
  const { pointMinor, begunOn } = await loadProgramme(ctx);
  const since = laterOf(begunOn, await controlSince(ctx));
  const { earned, expired, ...owed } = await readOwed(ctx);
  const { members, control, months: whole } = await compareGroups(ctx, since);
  const withheld = await readWithheld(ctx);
  return ok({
    currency: ctx.operator.currency,
    pointMinor,
    ...owed,
    owedMinor: (owed.owedPoints + owed.waitingPoints) * pointMinor,
    breakage: earned > 0 ? expired / earned : null,
    months: await readMonths(ctx, months),
    since: members.people > 0 ? since : null,
    members: shown(members),
    control: shown(control),
    withheld,
    // In the month of its beginning, or where both have the same, there is nothing to tell.
    ...(whole > 0 && withheld.length > 0 ? differences(members, control) : untold),
  });
}

/** Days as text stand in their own order. */
const laterOf = (begunOn: string | null, otherOn: string | null): string | null =>
  begunOn !== null && otherOn !== null && otherOn > begunOn ? otherOn : begunOn;

const shown = ({ people, stayed, meanMinor }: Compared) => ({ people, stayed, meanMinor });

const untold = { stay: null, revenue: null };

/** Of fewer the bounds are of no use. */
const FEWEST = 2;

function differences(
  members: Compared,
  control: Compared,
): { stay: Difference | null; revenue: Difference | null } {
  if (members.people < FEWEST || control.people < FEWEST) return untold;
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
