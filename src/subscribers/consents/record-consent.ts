import type { z } from 'zod';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { factsApi } from '../api/facts.ts';
import { lockSubscriber } from '../find-subscriber.ts';
import { recordEvent } from '../record-event.ts';

type Input = z.output<(typeof factsApi)['POST /api/subscribers/{id}/consents']['input']>;

/** Records that a consent was given or withdrawn. Nothing is written over: the newest one holds. */
export async function recordConsent(
  ctx: Ctx,
  { id: askedId, ...consent }: Input,
): Promise<Result<{ id: number }>> {
  const found = await lockSubscriber(ctx, askedId);
  if (!found.ok) return found;
  const { id } = found.value;
  const { id: consentId } = await ctx.db
    .insertInto('consents')
    .values({
      ...consent,
      subscriberId: id,
      recordedBy: staffIdOf(ctx.actor),
      recordedAt: ctx.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { channel, purpose, isGranted } = consent;
  const type = isGranted ? 'subscribers.consent_given' : 'subscribers.consent_withdrawn';
  await recordEvent(ctx, id, type, { facts: { consentId, channel, purpose } });
  return ok({ id: consentId });
}
