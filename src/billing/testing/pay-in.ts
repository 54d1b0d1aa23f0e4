import { inTransaction } from '../../kernel/db/transaction.ts';
import { must } from '../../kernel/result.ts';
import type { World } from '../../testing/world.ts';
import { innerSource, receivePayment } from '../index.ts';

let made = 0;

/** Brings money in through the one way that there is. @returns the payment */
export async function payIn(
  world: World,
  account: { id: number; subscriberId: number },
  amountMinor: number,
): Promise<number> {
  made += 1;
  return inTransaction(world.ctx, async (ctx) => {
    const source = await innerSource(ctx, 'cards', 'RUB');
    const paidAt = ctx.clock.now();
    const external = { externalId: `оплата ${made}`, accountGiven: '', paidAt };
    return must(await receivePayment(ctx, { source, account, amountMinor, ...external })).paymentId;
  });
}
