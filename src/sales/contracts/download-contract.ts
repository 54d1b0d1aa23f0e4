import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { fail, type Result } from '../../kernel/result.ts';
import type { Download } from '../../kernel/wiring.ts';
import { isVeiled } from '../../subscribers/index.ts';
import { findDeal } from '../deals/lock-deal.ts';
import { printContract } from './print-contract.ts';

/** Hands out a contract to whoever works with the deal, and notes who took it. */
export async function downloadContract(
  ctx: Ctx,
  { id, quoteId }: { id: number; quoteId: number },
): Promise<Result<Download>> {
  const found = await findDeal(ctx, id);
  if (!found.ok) return found;
  const { subscriberId } = found.value;
  if (await isVeiled(ctx, subscriberId)) return fail('subscribers.caller_unverified');
  const printed = await printContract(ctx, { quoteId, dealId: id });
  if (!printed.ok) return printed;
  await inTransaction(ctx, (tx) =>
    emit(tx, {
      type: 'sales.contract_downloaded',
      subject: { kind: 'deal', id },
      subscriberId,
      facts: { number: id, quoteId },
    }),
  );
  return printed;
}
