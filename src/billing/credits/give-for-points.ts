import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { openDay, postEntry, reverseTransaction } from '../../ledger/index.ts';
import { today } from '../../subscribers/index.ts';
import { lockAccount } from '../find-account.ts';
import { afterMoneyCame } from '../states/resume-paid.ts';

type Given = {
  id: number;
  amountMinor: number;
  currency: string;
  /** The same key never gives twice. */
  key: string;
};

/** Puts money on an account as a present: it may be enough for service to come back. */
export async function giveForPoints(
  ctx: Ctx,
  { id, amountMinor, currency, key }: Given,
): Promise<Result<{ transactionId: number }>> {
  const locked = await lockAccount(ctx, id, 'billing.adjust');
  if (!locked.ok) return locked;
  if (locked.value.state === 'closed') return fail('billing.account_closed');
  if (locked.value.currency !== currency) return fail('billing.other_currency');
  const posted = await postEntry(ctx, {
    kind: 'points_credit',
    key,
    occurredOn: await openDay(ctx, today(ctx)),
    currency,
    lines: [
      { side: { accountId: id }, amountMinor },
      { side: { own: 'rewards' }, amountMinor: -amountMinor },
    ],
  });
  if (!posted.ok) return posted;
  await afterMoneyCame(ctx, [id]);
  return ok({ transactionId: posted.value.transactionId });
}

/** Takes such a present back, whatever was paid with it meanwhile. */
export async function takeBackForPoints(
  ctx: Ctx,
  { id, transactionId }: { id: number; transactionId: number },
): Promise<Result<number>> {
  const locked = await lockAccount(ctx, id, 'billing.adjust');
  if (!locked.ok) return locked;
  const occurredOn = await openDay(ctx, today(ctx));
  return reverseTransaction(ctx, { transactionId, occurredOn });
}
