import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Consent } from '../api/shapes.ts';
import { findSubscriber } from '../find-subscriber.ts';
import { refuseVeiled } from '../veil.ts';

/**
 * Every consent ever given or withdrawn, newest first: who recorded it, from where, with what
 * proof.
 */
export async function listConsents(
  ctx: Ctx,
  input: { id: number },
): Promise<Result<{ consents: z.input<typeof Consent>[] }>> {
  const found = await findSubscriber(ctx, input.id, 'subscribers.view');
  if (!found.ok) return found;
  const veiled = await refuseVeiled(ctx, found.value.ids);
  if (veiled) return veiled;
  // consents_subscriber (subscriber_id, channel, purpose, recorded_at desc)
  const { rows } = await sql<z.input<typeof Consent>>`
    select c.id, c.channel, c.purpose, c.is_granted, c.source, c.proof,
           s.name as recorded_by, c.recorded_at
    from   consents c
    left   join staff s on s.id = c.recorded_by
    where  c.subscriber_id = any(${found.value.ids})
    order  by c.recorded_at desc, c.id desc
    limit  1000`.execute(ctx.db);
  return ok({ consents: rows });
}
