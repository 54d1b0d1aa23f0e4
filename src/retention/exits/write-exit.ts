import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { today } from '../../subscribers/index.ts';
import type { Settled } from './accounts-of-case.ts';

type Leaving = {
  caseId: number;
  /** The last day with service of these accounts. */
  endsOn: string;
  leavingFee: 'charged' | 'waived';
  words: string;
};

/**
 * Writes that accounts are left after their last day, what it costs and gives back as it was shown.
 * They join an exit that stands, whose own fee and words go on.
 * @returns the number of the application
 */
export async function writeExit(
  ctx: Ctx,
  { caseId, endsOn, leavingFee, words }: Leaving,
  accounts: readonly Settled[],
): Promise<number> {
  const { number, leavingFee: standing } = await ctx.db
    .insertInto('caseExits')
    .values({
      caseId,
      appliedOn: today(ctx),
      endsOn,
      leavingFee,
      words,
      feeMinor: 0,
      balanceMinor: 0,
      currency: ctx.operator.currency,
      acceptedBy: staffIdOf(ctx.actor),
      acceptedAt: ctx.clock.now(),
    })
    // Nothing is changed, but that way the one that stands is read.
    .onConflict((conflict) => conflict.column('caseId').doUpdateSet({ caseId }))
    .returning(['number', 'leavingFee'])
    .executeTakeFirstOrThrow();
  const shown = accounts.map(({ id: accountId, feeMinor, balanceMinor }) => ({
    caseId,
    accountId,
    endsOn,
    feeMinor: standing === 'charged' ? feeMinor : 0,
    balanceMinor,
  }));
  await ctx.db
    .insertInto('exitAccounts')
    .values(shown)
    .onConflict((conflict) =>
      conflict.columns(['caseId', 'accountId']).doUpdateSet((row) => ({
        endsOn: row.ref('excluded.endsOn'),
        feeMinor: row.ref('excluded.feeMinor'),
        balanceMinor: row.ref('excluded.balanceMinor'),
      })),
    )
    .execute();
  await sumExit(ctx, caseId);
  return number;
}

/** Keeps with an exit what its accounts come to, and when the last of them ends. */
export async function sumExit(ctx: Ctx, caseId: number): Promise<void> {
  // case_exits_pkey, exit_accounts_pkey
  await sql`
    update case_exits x
    set    ends_on = e.ends_on, fee_minor = e.fee_minor, balance_minor = e.balance_minor
    from  (select max(ends_on) as ends_on, sum(fee_minor)::bigint as fee_minor,
                  sum(balance_minor)::bigint as balance_minor
           from   exit_accounts where case_id = ${caseId}) e
    where  x.case_id = ${caseId} and e.ends_on is not null`.execute(ctx.db);
}
