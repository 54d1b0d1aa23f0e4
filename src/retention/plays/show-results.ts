import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { playsApi } from '../api/plays.ts';
import { winbackFigures } from '../winback/winback-figures.ts';

type Route = (typeof playsApi)['GET /api/play-results'];
type Shown = z.input<Route['output']>;

const MOST_DAYS = 1100;

/** What contacts of plays came to that were begun in a period, and who came back. */
export async function showResults(
  ctx: Ctx,
  { from, to }: z.output<Route['input']>,
): Promise<Result<Shown>> {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  if (days < 0 || days > MOST_DAYS) return fail('retention.wrong_period');
  const { timeZone, currency } = ctx.operator;
  const start = (day: string): RawBuilder<unknown> =>
    sql`${day}::date::timestamp at time zone ${timeZone}`;
  // play_tasks_made (made_at), plays_pkey
  const { rows } = await sql<Shown['plays'][number]>`
    select p.name, p.aim, count(*) as made,
           count(*) filter (where k.state = 'done') as done,
           count(*) filter (where k.outcome in ('helped', 'taken', 'returns')) as helped,
           count(*) filter (where k.outcome in ('declined', 'never')) as declined,
           count(*) filter (where k.outcome = 'unreached') as unreached,
           count(*) filter (where k.outcome = 'leaves') as leaves,
           coalesce(sum(k.cost_minor) filter (where k.state = 'done'), 0)::bigint as cost_minor
    from   play_tasks k join plays p on p.id = k.play_id
    where  k.made_at >= ${start(from)} and k.made_at < ${start(to)} + interval '1 day'
    and    k.state in ('open', 'done')
    group  by p.id order by made desc, p.name limit 300`.execute(ctx.db);
  const winback = await winbackFigures(ctx, { from, to });
  return ok({ plays: rows, winback, currency });
}
