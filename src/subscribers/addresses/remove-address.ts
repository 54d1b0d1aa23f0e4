import type { Ctx } from '../../kernel/context.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { lockUnveiled } from '../veil.ts';
import { noImports, recordEvent } from '../record-event.ts';
import { indexSubscriber } from '../search/index-subscriber.ts';

/** Takes a service address out of use; accounts that were served there keep pointing at it. */
export async function removeAddress(
  ctx: Ctx,
  input: { id: number; addressId: number },
): Promise<Result<Done>> {
  const found = await lockUnveiled(ctx, input.id);
  if (!found.ok) return found;
  const { id, ids } = found.value;
  const removed = await ctx.db
    .updateTable('serviceAddresses')
    .set({ removedAt: ctx.clock.now(), isPrimary: false, ...noImports })
    .where('id', '=', input.addressId)
    .where('subscriberId', 'in', ids)
    .where('removedAt', 'is', null)
    .returning(['id', 'premiseId', 'rawText'])
    .executeTakeFirst();
  if (!removed) return fail('subscribers.no_such_address');
  await recordEvent(ctx, id, 'subscribers.address_removed', {
    facts: { addressId: removed.id, premiseId: removed.premiseId },
    personal: { text: removed.rawText },
  });
  await indexSubscriber(ctx, [id]);
  return ok({});
}
