import { type Ctx, reachOf } from '../../kernel/context.ts';
import { type Fail, fail } from '../../kernel/result.ts';
import { daysAfter, today } from '../../subscribers/index.ts';
import type { Settled } from './accounts-of-case.ts';
import type { StoredExit } from './find-exit.ts';

/** So far ahead somebody may leave; a slip of the year would keep them for ever. */
const MOST_DAYS_AHEAD = 92;

type Asked = {
  endsOn: string;
  leavingFee: 'charged' | 'waived';
  words: string;
  accounts: readonly Settled[];
  /** The exit that they join, if one was accepted. */
  standing: StoredExit | null;
};

/** Why accounts cannot be left as it is asked, if they cannot. */
export function refuseExit(
  ctx: Ctx,
  { endsOn, leavingFee, words, accounts, standing }: Asked,
): Fail | null {
  if (accounts.length === 0) return fail('retention.no_account');
  // One exit is charged for or waived as a whole.
  if (standing && standing.leavingFee !== leavingFee) return fail('retention.other_fee');
  if (endsOn < today(ctx) || endsOn > daysAfter(today(ctx), MOST_DAYS_AHEAD)) {
    const code = 'retention.wrong_end';
    return fail(code, { days: MOST_DAYS_AHEAD }, { endsOn: code });
  }
  const costs = accounts.some(({ feeMinor }) => feeMinor > 0);
  if (leavingFee === 'charged' || !costs) return null;
  if (reachOf(ctx.actor, 'billing.adjust') === null) return fail('retention.may_not_waive');
  const code = 'billing.waiver_needs_words';
  return words === '' ? fail(code, {}, { words: code }) : null;
}
