import type { Ctx } from '../../kernel/context.ts';
import { today } from '../today.ts';
import { recordEvent } from '../record-event.ts';
import { indexSubscriber } from '../search/index-subscriber.ts';
import { changedFields, loadValues, pick, type Values, writeValues } from './values.ts';

/**
 * Whoever was to become a subscriber, or had left, is one from today on: for what gives the first
 * service. The root is locked by the caller.
 */
export async function becomeActive(ctx: Ctx, id: number): Promise<void> {
  const { status, customerSince } = await loadValues(ctx, id);
  if (status !== 'prospect' && status !== 'left') return;
  await write(ctx, id, {
    status: 'active',
    customerSince: customerSince ?? today(ctx),
    leftOn: null,
  });
}

/** Whoever has nothing any more has left, on that day. The root is locked by the caller. */
export async function becomeFormer(ctx: Ctx, id: number, leftOn: string): Promise<void> {
  await write(ctx, id, { status: 'left', leftOn });
}

async function write(ctx: Ctx, id: number, standing: Partial<Values>): Promise<void> {
  const before = await loadValues(ctx, id);
  const after = { ...before, ...standing };
  const fields = changedFields(before, after);
  if (fields.length === 0) return;
  const version = await writeValues(ctx, id, standing);
  await recordEvent(ctx, id, 'subscribers.changed', {
    facts: { fields, version },
    personal: { before: pick(before, fields), after: pick(after, fields) },
  });
  await indexSubscriber(ctx, [id]);
}
