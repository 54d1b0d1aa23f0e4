import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { loadPlaySettings } from '../plays/settings.ts';

export type WinbackFigures = {
  /** How many left in the period, as is known of them still. */
  left: number;
  /** To how many of those with whom a contact was begun in it somebody has spoken. */
  contacted: number;
  spoken: number;
  /** Of those contacted, who has a service again that began so many days after at the latest. */
  returned: number;
  /** Of whom so many days have passed, so that it is known. */
  known: number;
  withinDays: number;
};

/**
 * Who was won back: by facts alone, whatever was said on the phone. Counted by people, each once,
 * from the last contact of the period.
 */
export async function winbackFigures(
  ctx: Ctx,
  { from, to }: { from: string; to: string },
): Promise<WinbackFigures> {
  const { returnedDays: withinDays } = await loadPlaySettings(ctx);
  const { timeZone } = ctx.operator;
  // By play_tasks_made, subscribers_left, retention_cases_left; each of them by subscribers_root,
  // accounts_subscriber and subscriptions_account.
  const { rows } = await sql<Omit<WinbackFigures, 'withinDays'>>`
    with called as (
      select s.root_id, bool_or(k.state = 'done' and k.outcome <> 'unreached') as is_spoken,
             max((k.made_at at time zone ${timeZone})::date) as last_on
      from   play_tasks k join subscribers s on s.id = k.subscriber_id
      where  k.aim = 'win_back' and k.state in ('open', 'done')
      and    k.made_at >= ${from}::date::timestamp at time zone ${timeZone}
      and    k.made_at < ${to}::date::timestamp at time zone ${timeZone} + interval '1 day'
      group  by s.root_id),
    back as (
      select c.root_id, c.is_spoken,
             c.last_on + ${withinDays}::int
               <= (${ctx.clock.now()}::timestamptz at time zone ${timeZone})::date as is_known,
             exists (
               select from subscribers m
               join   accounts a on a.subscriber_id = m.id
               join   subscriptions x on x.account_id = a.id
               where  m.root_id = c.root_id
               and    x.started_on between c.last_on and c.last_on + ${withinDays}::int)
               as is_back
      from   called c)
    select (select count(*) from (
              select s.id from subscribers s
              where  s.left_on between ${from} and ${to} and s.merged_into_id is null
              union
              select s.root_id from retention_cases c join subscribers s on s.id = c.subscriber_id
              where  c.left_on between ${from} and ${to}) l) as left,
           count(*) as contacted, count(*) filter (where is_spoken) as spoken,
           count(*) filter (where is_back) as returned,
           count(*) filter (where is_known or is_back) as known
    from   back`.execute(ctx.db);
  const [row] = rows;
  if (!row) throw new Error('a query of sums has one row');
  return { ...row, withinDays };
}
