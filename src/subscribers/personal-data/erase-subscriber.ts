import type { Ctx } from '../../kernel/context.ts';
import { enqueue } from '../../kernel/jobs/jobs.ts';
import { type Fail, fail, ok, type Result } from '../../kernel/result.ts';
import { findSubscriber, type Found, lockSubscriber } from '../find-subscriber.ts';
import { recordEvent } from '../record-event.ts';
import { erasers } from '../slots.ts';
import { finishErasure } from './finish-erasure.ts';
import { forget } from './forget.ts';
import { retentionOf } from './retention.ts';

type Input = { id: number; confirm: string; reason: string; isBeforeRetention: boolean };

/**
 * Erases what names a person, in every domain: the record of the whole cluster, contacts,
 * documents, notes, former values, search and files. Records of money stay, without the person. A
 * second call finds nothing left to do and says the same.
 */
export async function eraseSubscriber(
  ctx: Ctx,
  input: Input,
): Promise<Result<{ erasedIds: number[] }>> {
  const before = await findSubscriber(ctx, input.id, 'subscribers.erase');
  if (!before.ok) return before;
  if (before.value.erasedAt) return finishCluster(ctx, before.value, input);
  const found = await lockSubscriber(ctx, input.id, 'subscribers.erase');
  if (!found.ok) return found;
  const { id, ids } = found.value;
  if (!isConfirmed(found.value, input.confirm)) {
    const code = 'subscribers.erase_not_confirmed';
    return fail(code, {}, { confirm: code });
  }
  const refusal = await refusalOf(ctx, ids);
  if (refusal) return refusal;
  const { isCustomer, until } = await retentionOf(ctx, ids);
  const mustStay = (isCustomer || until !== null) && input.reason !== 'entered_by_mistake';
  if (mustStay && !input.isBeforeRetention) {
    if (isCustomer || until === null) return fail('subscribers.still_customer');
    return fail('subscribers.retention_not_over', { until });
  }
  await forget(ctx, ids);
  await recordEvent(ctx, id, 'subscribers.erased', {
    facts: { ids, reason: input.reason, isBeforeRetention: mustStay },
  });
  await enqueue(ctx, finishErasure, { ids });
  return ok({ erasedIds: ids });
}

/** Whoever was found to belong to an erased one is erased with it: nothing of it is asked twice. */
async function finishCluster(
  ctx: Ctx,
  { id, ids }: Found,
  { reason }: Input,
): Promise<Result<{ erasedIds: number[] }>> {
  const left = await ctx.db
    .selectFrom('subscribers')
    .select('id')
    .where('id', 'in', ids)
    .where('erasedAt', 'is', null)
    .forUpdate()
    .execute();
  if (left.length === 0) return ok({ erasedIds: ids });
  const refusal = await refusalOf(ctx, ids);
  if (refusal) return refusal;
  await forget(ctx, ids);
  await recordEvent(ctx, id, 'subscribers.erased', { facts: { ids, reason } });
  await enqueue(ctx, finishErasure, { ids });
  return ok({ erasedIds: ids });
}

/** Why a domain cannot let these go yet, or null. */
async function refusalOf(ctx: Ctx, ids: readonly number[]): Promise<Fail | null> {
  for (const { piece } of erasers.fills) {
    const failure = await piece.refuses?.(ctx, ids);
    if (failure) return { ok: false, failure };
  }
  return null;
}

/** The name typed again, in any case and spacing; the number where there is no name. */
function isConfirmed({ id, displayName }: Found, typed: string): boolean {
  const plain = (text: string): string => text.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  return plain(typed) === (plain(displayName) || String(id));
}
