import { sql } from 'kysely';
import { closeAccount } from '../../billing/index.ts';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { textsIn } from '../../kernel/i18n/texts.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { daysAfter, today } from '../../subscribers/index.ts';
import type { StoredCase } from '../cases/lock-case.ts';
import { writeCase } from '../cases/write-case.ts';
import { withRights } from '../../kernel/with-rights.ts';
import { dropForeign } from './drop-foreign.ts';
import { findExit } from './find-exit.ts';

type Sums = { takenMinor: number; finalMinor: number };

/**
 * Settles the accounts of an exit whose last day is over, each through billing as of the day after,
 * however late that is done; what somebody has closed meanwhile stands as it was settled then. With
 * the last of them the case is closed: as left, or as left in part by who still has an account.
 */
export async function finishExit(
  ctx: Ctx,
  locked: StoredCase,
): Promise<Result<{ id: number; version: number }>> {
  // Who was one person with somebody may be parted from them, and that not heard of yet.
  const row = await dropForeign(ctx, locked);
  const { id } = row;
  const stands = ok({ id, version: row.version });
  const exit = await findExit(ctx, id);
  if (!exit || exit.closedAt) return stands;
  const { leavingFee, number, endsOn } = exit;
  const { t } = textsIn(ctx.operator.language);
  const words = exit.words || t('retention:exit.closingWords', { number });
  const helper = withRights(ctx, ['billing.adjust']);
  for (const due of await dueOf(ctx, id)) {
    const on = daysAfter(due.endsOn, 1);
    const closed = await closeAccount(helper, { id: due.id, words, leavingFee, on });
    if (!closed.ok) return closed;
  }
  await forgetFailure(ctx, id);
  if (endsOn >= today(ctx)) return stands;
  const hasMore = await stillHas(ctx, id);
  // A number that is asked for may be the next to go: the case waits for the answer.
  if (hasMore && row.noticeDueAt) return stands;
  await keepSettled(ctx, id);
  const sums = await sumsOf(ctx, id);
  const now = ctx.clock.now();
  await ctx.db
    .updateTable('caseExits')
    .set({ closedAt: now, ...sums })
    .where('caseId', '=', id)
    .execute();
  const outcome = hasMore ? ('left_part' as const) : ('left' as const);
  const left = {
    state: 'closed' as const,
    outcome,
    leftOn: hasMore ? null : await lastDayOf(ctx, id, endsOn),
    closedAt: now,
    closedBy: staffIdOf(ctx.actor),
    callAt: null,
  };
  const facts = { outcome, exit: number, finalMinor: sums.finalMinor };
  const told = { type: 'retention.case_closed', facts } as const;
  return ok({ id, version: await writeCase(ctx, row, left, told) });
}

async function dueOf(ctx: Ctx, caseId: number): Promise<{ id: number; endsOn: string }[]> {
  // exit_accounts_pkey, accounts_pkey
  const { rows } = await sql<{ id: number; endsOn: string }>`
    select a.id, e.ends_on from exit_accounts e join accounts a on a.id = e.account_id
    where  e.case_id = ${caseId} and e.ends_on < ${today(ctx)} and a.state <> 'closed'
    order  by a.id`.execute(ctx.db);
  return rows;
}

/** What was due is closed: nothing stands in the way any more. */
async function forgetFailure(ctx: Ctx, caseId: number): Promise<void> {
  await ctx.db
    .updateTable('caseExits')
    .set({ failure: null, failedAt: null })
    .where('caseId', '=', caseId)
    .where('failure', 'is not', null)
    .execute();
}

/** The last day with service: an account that is of no exit may have ended after those that are. */
async function lastDayOf(ctx: Ctx, caseId: number, endsOn: string): Promise<string> {
  // retention_cases_pkey, subscribers_root (root_id), accounts_subscriber
  const { rows } = await sql<{ day: string }>`
    select greatest(${endsOn}::date, max(a.closed_on) - 1) as day
    from   retention_cases c
    join   subscribers s on s.id = c.subscriber_id
    join   subscribers m on m.root_id = s.root_id
    join   accounts a on a.subscriber_id = m.id
    where  c.id = ${caseId}`.execute(ctx.db);
  return rows[0]?.day ?? endsOn;
}

/** Whether whoever a case is about has an account that goes on. */
async function stillHas(ctx: Ctx, caseId: number): Promise<boolean> {
  // retention_cases_pkey, subscribers_root (root_id), accounts_subscriber
  const { rows } = await sql`
    select from retention_cases c
    join   subscribers s on s.id = c.subscriber_id
    join   subscribers m on m.root_id = s.root_id
    join   accounts a on a.subscriber_id = m.id and a.state <> 'closed'
    where  c.id = ${caseId} limit 1`.execute(ctx.db);
  return rows.length > 0;
}

/** Of an account that no closing told of, what stands on it. */
async function keepSettled(ctx: Ctx, caseId: number): Promise<void> {
  // exit_accounts_pkey, ledger_accounts_account
  await sql`
    update exit_accounts e
    set    taken_minor = 0, final_minor = (
             select coalesce(sum(b.balance_minor), 0)::bigint
             from   ledger_accounts l join ledger_balances b on b.ledger_account_id = l.id
             where  l.account_id = e.account_id)
    where  e.case_id = ${caseId} and e.final_minor is null`.execute(ctx.db);
}

async function sumsOf(ctx: Ctx, caseId: number): Promise<Sums> {
  // exit_accounts_pkey
  const { rows } = await sql<Sums>`
    select coalesce(sum(taken_minor), 0)::bigint as taken_minor,
           coalesce(sum(final_minor), 0)::bigint as final_minor
    from   exit_accounts where case_id = ${caseId}`.execute(ctx.db);
  return rows[0] ?? { takenMinor: 0, finalMinor: 0 };
}
