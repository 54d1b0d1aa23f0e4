import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { startNorm } from '../../norms/index.ts';
import { tellNews } from '../../work/index.ts';
import { holdClient } from '../reach.ts';
import { leaders } from './list-leaders.ts';

/** How soon a leader answers a question about a client, until an operator says otherwise. */
export const answerNorm = { kind: 'vip.answer', targetSeconds: 4 * 3600 } as const;

type Input = { id: number; leaderId: number; words: string };

/** Puts a client's question to a leader, who has to answer by the norm. */
export async function escalate(
  ctx: Ctx,
  { id: givenId, leaderId, words }: Input,
): Promise<Result<{ id: number; version: number }>> {
  const askedBy = staffIdOf(ctx.actor);
  const held = await holdClient(ctx, givenId);
  if (!held.ok) return held;
  if (!(await leaders(ctx)).some(({ id }) => id === leaderId)) {
    return fail('vip.no_such_leader', {}, { leaderId: 'vip.no_such_leader' });
  }
  if (askedBy === leaderId) return fail('vip.own_question', {}, { leaderId: 'vip.own_question' });
  const subscriberId = held.value.id;
  const askedAt = ctx.clock.now();
  const { dueAt, normSeconds, calendar } = await startNorm(ctx, answerNorm.kind, askedAt);
  const asked = { subscriberId, words, leaderId, askedBy, askedAt };
  const made = await ctx.db
    .insertInto('vipEscalations')
    .values({ ...asked, dueAt, normSeconds, calendarId: calendar.id })
    .returning(['id', 'version'])
    .executeTakeFirstOrThrow();
  await emit(ctx, {
    type: 'vip.escalated',
    subject: { kind: 'vip_escalation', id: made.id },
    subscriberId,
    facts: { staffId: leaderId },
    personal: { words },
  });
  await tellNews(ctx, 'vip', [{ staffId: leaderId, entityId: subscriberId, reason: 'given' }]);
  return ok(made);
}
