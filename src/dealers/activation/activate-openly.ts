import { payableAccount } from '../../billing/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { fail, type Result } from '../../kernel/result.ts';
import { type Activated, activateCard, type Holder } from './activate-card.ts';
import { networkOf } from './network-of.ts';
import { tryPin } from './try-pin.ts';

/**
 * For whoever holds a card, known or not. Whatever hinders it is said in the same words after the
 * same steps, so that nobody learns here which PINs or accounts there are.
 */
export async function activateOpenly(
  ctx: Ctx,
  { account: number, pin }: { account: string; pin: string },
): Promise<Result<Activated>> {
  const address = networkOf(ctx.call?.remoteAddress ?? '');
  const counted = [
    { by: 'account', of: `${number} from ${address}` },
    { by: 'address', of: address },
    { by: 'strangers', of: number },
  ] as const;
  const done = await tryPin(ctx, counted, async (tx) => {
    const account = await payableAccount(tx, number);
    // Of an account that is not there the card is looked at all the same, and belongs to nobody.
    return activateCard(tx, pin, account ?? nobody);
  });
  if (done.ok || done.failure.code === 'dealers.too_many_attempts') return done;
  return fail('dealers.not_activated');
}

const nobody: Holder = { id: 0, number: '', currency: '', subscriberId: 0 };
