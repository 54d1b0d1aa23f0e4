import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { factsApi } from '../api/facts.ts';
import { lockSubscriber } from '../find-subscriber.ts';
import { recordEvent } from '../record-event.ts';
import { daysAfter, today } from '../today.ts';
import { freshDays, type NeedKind } from './freshness.ts';

type Input = z.output<
  (typeof factsApi)['POST /api/subscribers/{id}/needs/{needId}/confirm']['input']
>;

/** Says that a fact still holds, in other words if it changed: it is fresh again. */
export async function confirmNeed(
  ctx: Ctx,
  input: Input,
): Promise<Result<{ id: number; freshUntil: string }>> {
  const found = await lockSubscriber(ctx, input.id);
  if (!found.ok) return found;
  const { id, ids } = found.value;
  const before = await ctx.db
    .selectFrom('needs')
    .select(['id', 'kind', 'text'])
    .where('id', '=', input.needId)
    .where('subscriberId', 'in', ids)
    .where('closedAt', 'is', null)
    .executeTakeFirst();
  if (!before) return fail('subscribers.no_such_need');
  const days = freshDays[before.kind as NeedKind];
  const freshUntil = input.freshUntil ?? daysAfter(today(ctx), days);
  const text = input.text ?? before.text;
  await ctx.db
    .updateTable('needs')
    .set({ text, freshUntil, confirmedAt: ctx.clock.now() })
    .where('id', '=', before.id)
    .execute();
  await recordEvent(ctx, id, 'subscribers.need_confirmed', {
    facts: { needId: before.id, kind: before.kind, freshUntil, isReworded: text !== before.text },
    personal: text === before.text ? { text } : { text, before: before.text },
  });
  return ok({ id: before.id, freshUntil });
}
