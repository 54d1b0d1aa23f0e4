import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { placesApi } from '../api/places.ts';
import { lockUnveiled } from '../veil.ts';
import { noImports, recordEvent } from '../record-event.ts';
import { indexSubscriber } from '../search/index-subscriber.ts';
import { ensurePremise } from './ensure-premise.ts';
import { clearPrimaryAddress } from './insert-address.ts';
import { understandAddress } from './understand-address.ts';

type Input = z.output<
  (typeof placesApi)['PATCH /api/subscribers/{id}/addresses/{addressId}']['input']
>;

/** Corrects a service address or its label, or makes it the primary one. */
export async function changeAddress(
  ctx: Ctx,
  input: Input,
): Promise<Result<{ id: number; isUnderstood: boolean }>> {
  const found = await lockUnveiled(ctx, input.id);
  if (!found.ok) return found;
  const { id, ids } = found.value;
  const before = await ctx.db
    .selectFrom('serviceAddresses')
    .select(['id', 'premiseId', 'rawText', 'label', 'isPrimary'])
    .where('id', '=', input.addressId)
    .where('subscriberId', 'in', ids)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  if (!before) return fail('subscribers.no_such_address');
  const { premiseId, rawText, label, isPrimary } = before;
  const after = { premiseId, rawText, label: input.label ?? label, isPrimary };
  if (input.text !== undefined) {
    const place = await understandAddress(ctx, input.text);
    after.premiseId = place ? await ensurePremise(ctx, place) : null;
    after.rawText = place ? '' : input.text;
  }
  if (input.isPrimary === true) {
    await clearPrimaryAddress(ctx, ids);
    after.isPrimary = true;
  }
  await ctx.db
    .updateTable('serviceAddresses')
    .set({ ...after, ...noImports })
    .where('id', '=', before.id)
    .execute();
  await recordEvent(ctx, id, 'subscribers.address_changed', {
    facts: { addressId: before.id, premiseIdBefore: premiseId, premiseId: after.premiseId },
    ...(input.text !== undefined && { personal: { text: input.text } }),
  });
  await indexSubscriber(ctx, [id]);
  return ok({ id: before.id, isUnderstood: after.premiseId !== null });
}
