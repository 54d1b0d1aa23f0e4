import type { BulkCtx } from '../../kernel/db/bulk.ts';
import { copyRows } from '../../kernel/db/copy.ts';

/** How somebody of a case has left, with the account that was settled. */
export type ExitLoad = {
  caseId: number;
  accountId: number;
  appliedOn: string;
  endsOn: string;
  balanceMinor: number;
  acceptedBy: number | null;
  acceptedAt: Date;
  closedAt: Date;
};

/** Writes exits that are over through COPY; nothing was taken for leaving. */
export async function bulkLoad(ctx: BulkCtx, given: readonly ExitLoad[]): Promise<void> {
  await copyRows(
    ctx.client,
    'case_exits',
    `case_id applied_on ends_on leaving_fee fee_minor balance_minor taken_minor final_minor
     currency accepted_by accepted_at closed_at`.split(/\s+/),
    given.map((one) => [
      one.caseId,
      one.appliedOn,
      one.endsOn,
      'waived',
      0,
      one.balanceMinor,
      0,
      one.balanceMinor,
      ctx.operator.currency,
      one.acceptedBy,
      one.acceptedAt,
      one.closedAt,
    ]),
  );
  await copyRows(
    ctx.client,
    'exit_accounts',
    `case_id account_id ends_on fee_minor balance_minor taken_minor final_minor`.split(/\s+/),
    given.map((one) => [
      one.caseId,
      one.accountId,
      one.endsOn,
      0,
      one.balanceMinor,
      0,
      one.balanceMinor,
    ]),
  );
}
