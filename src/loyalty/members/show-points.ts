import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import type { membersApi } from '../api/members.ts';
import { findMember } from './find-member.ts';
import { limitsOf } from './limits-of.ts';

type Shown = z.input<(typeof membersApi)['GET /api/subscribers/{id}/points']['output']>;

const MOST_LINES = 100;

/**
 * What lay in the wallet of a day and every line that made it, the latest first; at which level its
 * subscriber stood, by how many points; what is earned but waits; and what was given of limits.
 */
export async function showPoints(
  ctx: Ctx,
  { id, on = today(ctx) }: { id: number; on?: string | undefined },
): Promise<Result<Shown>> {
  const found = await findMember(ctx, id);
  if (!found.ok) return found;
  const { subscriberId } = found.value;
  const lines = await linesThrough(ctx, subscriberId, on);
  // ledger_accounts_wallet, ledger_postings_account, level_changes_subscriber,
  // subscribers_root, point_earnings_subscriber
  const { rows } = await sql<
    Pick<Shown, 'balance' | 'level' | 'levelSince' | 'levelPoints' | 'waiting'>
  >`
    select coalesce((select sum(p.amount_minor)
                     from   ledger_accounts l
                     join   ledger_postings p on p.ledger_account_id = l.id
                     join   ledger_transactions t on t.id = p.transaction_id
                     where  l.wallet_id = (
                              select w.wallet_id from wallet_spans w
                              where  w.subscriber_id = ${subscriberId} and w.from_on <= ${on}
                              order  by w.from_on desc, w.to_on desc nulls first limit 1)
                     and    t.occurred_on <= ${on}), 0)::bigint as balance,
           c.level, c.changed_on as level_since, c.year_points as level_points,
           (select coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'name', r.name,
                     'points', e.points, 'earnedOn', e.earned_on, 'dueOn', e.due_on,
                     'isHeld', e.state = 'held') order by e.due_on, e.id), '[]')
            from   subscribers k
            join   point_earnings e on e.subscriber_id = k.id
            join   earning_rules r on r.id = e.rule_id
            where  k.root_id = ${subscriberId} and e.state in ('pending', 'held'))
             as waiting
    from  (select 1) one
    left   join lateral (
      select x.changed_on, x.year_points,
             case when v.id is not null then jsonb_build_object(
               'name', v.name, 'extraPercent', v.extra_percent) end as level
      from   level_changes x left join loyalty_levels v on v.id = x.level_id
      where  x.subscriber_id = ${subscriberId} and x.changed_on <= ${on}
      order  by x.changed_on desc, x.id desc limit 1) c on true`.execute(ctx.db);
  const [row] = rows;
  if (!row) throw new Error('a select without a table has a row');
  const hasMore = lines.length > MOST_LINES;
  const limits = await limitsOf(ctx, subscriberId, on);
  return ok({ on, ...row, lines: lines.slice(0, MOST_LINES), hasMore, limits });
}

type Lines = Shown['lines'];

/** Of each wallet the lines of the days on which they had it. */
async function linesThrough(ctx: Ctx, subscriberId: number, on: string): Promise<Lines> {
  // wallet_spans_subscriber, ledger_accounts_wallet, ledger_postings_account, primary keys,
  // point_earnings_posting_id_key, redemptions_transaction_id_key
  const { rows } = await sql<Lines[number]>`
    select p.id, t.occurred_on as "on", p.amount_minor as points, e.earned_on, e.expires_on,
           case t.kind when 'reversal' then 'points_returned' else t.kind end as kind,
           coalesce(r.name, w.name) as name, r.signal
    from   wallet_spans n
    join   ledger_accounts l on l.wallet_id = n.wallet_id
    join   ledger_postings p on p.ledger_account_id = l.id
    join   ledger_transactions t on t.id = p.transaction_id
           and t.occurred_on >= n.from_on and t.occurred_on <= coalesce(n.to_on, t.occurred_on)
    left   join point_earnings e on e.posting_id = p.id
    left   join earning_rules r on r.id = e.rule_id
    left   join redemptions d on d.transaction_id = coalesce(t.reverses_id, t.id)
    left   join rewards w on w.id = d.reward_id
    where  n.subscriber_id = ${subscriberId} and t.occurred_on <= ${on}
    group  by p.id, t.id, e.id, r.id, w.id
    order  by p.id desc limit ${MOST_LINES + 1}`.execute(ctx.db);
  return rows;
}
