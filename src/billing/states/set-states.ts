import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emitMany } from '../../kernel/events/journal.ts';
import { serviceControls } from '../slots.ts';

export type Flip = {
  state: 'active' | 'suspended' | 'paused';
  /** Of its break: why service is given no longer, or again. */
  reason: 'debt' | 'by_hand' | 'wish' | 'brought';
};

const types = {
  active: 'billing.service_resumed',
  suspended: 'billing.service_suspended',
  paused: 'billing.service_paused',
} as const;

const MASS = 20;

/**
 * Says in which state accounts are from now on, in the row itself, in the journal and to whatever
 * gives the service. Their breaks were written before. Screens hear of few, not of a night's many.
 */
export async function setStates(ctx: Ctx, ids: readonly number[], flip: Flip): Promise<void> {
  if (ids.length === 0) return;
  const { rows } = await sql<{ id: number; number: string; subscriberId: number }>`
    update accounts set state = ${flip.state} where id = any(${[...ids]}::bigint[])
    returning id, number, subscriber_id`.execute(ctx.db);
  for (let at = 0; at < rows.length; at += 1000) {
    await emitMany(
      ctx,
      rows.slice(at, at + 1000).map(({ id, number, subscriberId }) => ({
        type: types[flip.state],
        subject: { kind: 'account', id },
        subscriberId,
        facts: { account: number, reason: flip.reason },
      })),
      { isTold: rows.length <= MASS },
    );
  }
  for (const { piece } of serviceControls.fills) {
    await piece(ctx, { accountIds: ids, isGiven: flip.state === 'active', reason: flip.reason });
  }
}
