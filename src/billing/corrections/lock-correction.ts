import { type Expression, sql, type SqlBool } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { CorrectionKind, CorrectionState } from '../api/correction-kinds.ts';
import { holderJoins, reachesAccount } from '../reach.ts';
import type { Told } from './step.ts';

export type Locked = Told & {
  accountId: number;
  kind: CorrectionKind;
  state: CorrectionState;
  reversesId: number | null;
  lineId: number | null;
  fromOn: string | null;
  toOn: string | null;
  transactionId: number | null;
  proposedById: number | null;
};

/**
 * A correction of an account within reach, locked: of two who decide at once the second finds what
 * the first has decided.
 * @param whose which of them the actor may touch, beside that the account is within reach
 */
export async function lockCorrection(
  ctx: Ctx,
  id: number,
  whose: Expression<SqlBool>,
): Promise<Result<Locked>> {
  // corrections_pkey, accounts_pkey, subscribers_pkey
  const { rows } = await sql<Locked>`
    select c.id, c.kind, c.amount_minor, c.state, c.reverses_id, c.line_id, c.from_on, c.to_on,
           c.transaction_id, c.proposed_by as proposed_by_id, c.origin_kind, c.origin_id,
           c.account_id, a.number as account, a.currency, r.id as subscriber_id
    from   corrections c
    join   accounts a on a.id = c.account_id ${holderJoins}
    where  c.id = ${id} and ${reachesAccount(ctx, 'billing.view')} and ${whose}
    for    update of c`.execute(ctx.db);
  return rows[0] ? ok(rows[0]) : fail('billing.no_such_correction');
}

/** Writes down how a proposal ended. */
export async function settle(
  ctx: Ctx,
  id: number,
  end: { state: CorrectionState; refusal?: string; transactionId?: number },
): Promise<void> {
  await ctx.db
    .updateTable('corrections')
    .set({ ...end, decidedBy: staffIdOf(ctx.actor), decidedAt: ctx.clock.now() })
    .where('id', '=', id)
    .execute();
}
