import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { placesApi } from '../api/places.ts';
import { lockUnveiled } from '../veil.ts';
import { recordEvent } from '../record-event.ts';
import { indexSubscriber } from '../search/index-subscriber.ts';
import { insertAddress } from './insert-address.ts';

type Input = z.output<(typeof placesApi)['POST /api/subscribers/{id}/addresses']['input']>;

/**
 * Adds a service address; one that is not understood is kept as written, and the answer says so.
 */
export async function addAddress(
  ctx: Ctx,
  { id: askedId, ...address }: Input,
): Promise<Result<{ id: number; premiseId: number | null; isUnderstood: boolean }>> {
  const found = await lockUnveiled(ctx, askedId);
  if (!found.ok) return found;
  const { id, ids } = found.value;
  const added = await insertAddress(ctx, ids, address);
  await recordEvent(ctx, id, 'subscribers.address_added', {
    facts: { addressId: added.id, premiseId: added.premiseId },
    personal: { text: address.text },
  });
  await indexSubscriber(ctx, [id]);
  return ok(added);
}
