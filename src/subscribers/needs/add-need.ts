import type { z } from 'zod';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { factsApi } from '../api/facts.ts';
import { lockSubscriber } from '../find-subscriber.ts';
import { recordEvent } from '../record-event.ts';
import { daysAfter, today } from '../today.ts';
import { freshDays } from './freshness.ts';

type Input = z.output<(typeof factsApi)['POST /api/subscribers/{id}/needs']['input']>;

/** Notes a need, a wish, a bad experience or an event in somebody's life, fresh until a day. */
export async function addNeed(
  ctx: Ctx,
  { id: askedId, freshUntil, ...need }: Input,
): Promise<Result<{ id: number; freshUntil: string }>> {
  const found = await lockSubscriber(ctx, askedId);
  if (!found.ok) return found;
  const { id } = found.value;
  const until = freshUntil ?? daysAfter(today(ctx), freshDays[need.kind]);
  const now = ctx.clock.now();
  const { id: needId } = await ctx.db
    .insertInto('needs')
    .values({
      ...need,
      subscriberId: id,
      notedBy: staffIdOf(ctx.actor),
      notedAt: now,
      confirmedAt: now,
      freshUntil: until,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await recordEvent(ctx, id, 'subscribers.need_noted', {
    facts: { needId, kind: need.kind, freshUntil: until },
    personal: { text: need.text },
  });
  return ok({ id: needId, freshUntil: until });
}
