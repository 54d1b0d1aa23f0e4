import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import type { Dunning } from '../api/dunning.ts';
import { findAccount } from '../find-account.ts';
import { availableJoins, availableMinor } from '../states/available.ts';
import { graceFrom } from '../states/grace-from.ts';

const MOST_SHOWN = 30;

type Row = Pick<Dunning, 'shortSince' | 'debtMinor' | 'pause' | 'isToCall'>;

/** How long an account is short of money, what was done about it, and whether it is in peace. */
export async function showDunning(ctx: Ctx, { id }: { id: number }): Promise<Result<Dunning>> {
  const found = await findAccount(ctx, id, 'billing.view');
  if (!found.ok) return found;
  // accounts_pkey, shortfalls_pkey, dunning_pauses_pkey, dunning_deeds_by_hand (account_id)
  const { rows } = await sql<Row>`
    select f.since_at as short_since, greatest(0, -${availableMinor}) as debt_minor,
           case when p.account_id is not null then jsonb_build_object(
             'untilOn', p.until_on, 'words', p.words, 'pausedBy', s.name) end as pause,
           exists (select from dunning_deeds d
                   where  d.account_id = a.id and d.debt_since = ${graceFrom}
                   and    d.outcome = 'by_hand' and d.called_at is null) as is_to_call
    from   accounts a ${availableJoins}
    left   join shortfalls f on f.account_id = a.id
    left   join dunning_pauses p on p.account_id = a.id and p.until_on >= ${today(ctx)}::date
    left   join staff s on s.id = p.paused_by
    where  a.id = ${id}`.execute(ctx.db);
  // dunning_deeds_account_id_debt_since_step_day_what_key
  const { rows: deeds } = await sql<Dunning['deeds'][number]>`
    select d.id, d.what, d.step_day, d.outcome, d.way, d.debt_minor, d.done_at, d.called_at,
           s.name as called_by
    from   dunning_deeds d left join staff s on s.id = d.called_by
    where  d.account_id = ${id} order by d.id desc limit ${MOST_SHOWN}`.execute(ctx.db);
  const [row] = rows;
  if (!row) throw new Error(`account ${id} is gone`);
  return ok({ ...row, currency: found.value.currency, deeds });
}
