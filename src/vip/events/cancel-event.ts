import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { fail, type Result } from '../../kernel/result.ts';
import { stopInvitations } from '../guests/send-invitations.ts';
import { type At, hasHanded, isOver, lockLed, writeEvent } from './lock-event.ts';

type Input = At & { reason: string };

/** Calls an event off: what waits to leave does not leave any more. */
export async function cancelEvent(ctx: Ctx, { reason, ...at }: Input): Promise<Result<At>> {
  const locked = await lockLed(ctx, at);
  if (!locked.ok) return locked;
  if (isOver(ctx, locked.value)) return fail('vip.event_over');
  if (await hasHanded(ctx, at.id)) return fail('vip.prize_handed');
  await stopInvitations(ctx, sql`g.event_id = ${at.id}`);
  const told = { type: 'vip.event_cancelled', note: reason } as const;
  return writeEvent(ctx, locked.value, { cancelledAt: ctx.clock.now() }, told);
}

/** Lets it take place after all; who was invited stays invited. */
export async function resumeEvent(ctx: Ctx, { reason, ...at }: Input): Promise<Result<At>> {
  const locked = await lockLed(ctx, at);
  if (!locked.ok) return locked;
  if (!locked.value.isCancelled) return fail('vip.event_stands');
  const told = { type: 'vip.event_resumed', note: reason } as const;
  return writeEvent(ctx, locked.value, { cancelledAt: null }, told);
}
