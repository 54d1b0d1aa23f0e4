import { sql } from 'kysely';
import { closeAccount } from '../../billing/index.ts';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { textsIn } from '../../kernel/i18n/texts.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { daysAfter } from '../../subscribers/index.ts';
import type { StoredCase } from '../cases/lock-case.ts';
import { writeCase } from '../cases/write-case.ts';
import { withRights } from '../../kernel/with-rights.ts';
import { findExit } from './find-exit.ts';

type Sums = { takenMinor: number; finalMinor: number };

/**
 * Settles an exit whose last day is over: each account of it is closed through billing as of the
 * day after, however late that is done; then the case is closed as left. What somebody has closed
 * meanwhile stands as it was settled then.
 */
export async function finishExit(
  ctx: Ctx,
  row: StoredCase,
): Promise<Result<{ id: number; version: number }>> {
  const { id } = row;
  const exit = await findExit(ctx, id);
  if (!exit || exit.closedAt) return ok({ id, version: row.version });
  const { leavingFee, number, endsOn } = exit;
  const { t } = textsIn(ctx.operator.language);
  const words = exit.words || t('retention:exit.closingWords', { number });
  const helper = withRights(ctx, ['billing.adjust']);
  const on = daysAfter(endsOn, 1);
  for (const accountId of await openOf(ctx, id)) {
    const closed = await closeAccount(helper, { id: accountId, words, leavingFee, on });
    if (!closed.ok) return closed;
  }
  const sums = await sumsOf(ctx, id);
  const now = ctx.clock.now();
  await ctx.db
    .updateTable('caseExits')
    .set({ closedAt: now, ...sums })
    .where('caseId', '=', id)
    .execute();
  const left = {
    state: 'closed' as const,
    outcome: 'left' as const,
    leftOn: endsOn,
    closedAt: now,
    closedBy: staffIdOf(ctx.actor),
    callAt: null,
  };
  const facts = { outcome: 'left', exit: number, finalMinor: sums.finalMinor };
  const told = { type: 'retention.case_closed', facts } as const;
  return ok({ id, version: await writeCase(ctx, row, left, told) });
}

async function openOf(ctx: Ctx, caseId: number): Promise<number[]> {
  // exit_accounts_pkey, accounts_pkey
  const { rows } = await sql<{ id: number }>`
    select a.id from exit_accounts e join accounts a on a.id = e.account_id
    where  e.case_id = ${caseId} and a.state <> 'closed' order by a.id`.execute(ctx.db);
  return rows.map(({ id }) => id);
}

/** What the accounts were settled with; of one that no closing told of, what stands on it. */
async function sumsOf(ctx: Ctx, caseId: number): Promise<Sums> {
  // exit_accounts_pkey, ledger_accounts_account
  const { rows } = await sql<Sums>`
    select coalesce(sum(e.taken_minor), 0)::bigint as taken_minor,
           coalesce(sum(coalesce(e.final_minor, (
             select sum(b.balance_minor)
             from   ledger_accounts l join ledger_balances b on b.ledger_account_id = l.id
             where  l.account_id = e.account_id))), 0)::bigint as final_minor
    from   exit_accounts e where e.case_id = ${caseId}`.execute(ctx.db);
  return rows[0] ?? { takenMinor: 0, finalMinor: 0 };
}
