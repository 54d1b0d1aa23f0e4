import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { fail, type Result } from '../../kernel/result.ts';
import type { DeedKind } from '../api/kinds.ts';
import { findDealer, withAll } from '../people/find-dealer.ts';
import { doDeed, findBatch, type Range } from './do-deed.ts';

/** A deed of the operator's people with a range of one batch. */
export async function doStaffDeed(
  ctx: Ctx,
  input: Range & { id: number; kind: Exclude<DeedKind, 'expired'>; dealerId: number | null },
): Promise<Result<{ cards: number }>> {
  const { id, kind, dealerId } = input;
  const batch = await findBatch(ctx, sql`b.id = ${id} and ${withAll(ctx, 'dealers.cards')}`);
  if (!batch) return fail('dealers.no_such_batch');
  if (kind === 'blocked' || kind === 'unblocked') return doDeed(ctx, batch, kind, null, input);
  const dealer = await findDealer(ctx, dealerId ?? 0, 'dealers.cards', { isLocked: true });
  if (!dealer.ok) return dealer;
  return doDeed(ctx, batch, kind, dealer.value, input);
}
