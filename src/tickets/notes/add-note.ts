import type { z } from 'zod';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { ticketsApi } from '../api/tickets.ts';
import { indexTickets } from '../index-tickets.ts';
import { settleClocks } from '../norms/settle-clocks.ts';
import { lockTicket } from '../record/lock-tickets.ts';

type Input = z.output<(typeof ticketsApi)['POST /api/tickets/{id}/notes']['input']>;

/** Writes an internal note, or what the subscriber was told. */
export async function addNote(
  ctx: Ctx,
  { id, kind, text }: Input,
): Promise<Result<{ noteId: number }>> {
  const locked = await lockTicket(ctx, id);
  if (!locked.ok) return locked;
  const { id: noteId } = await ctx.db
    .insertInto('ticketNotes')
    .values({
      ticketId: id,
      kind,
      authorStaffId: staffIdOf(ctx.actor),
      text,
      createdAt: ctx.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (kind === 'told') {
    const { categoryId, priority } = locked.value;
    const steps = [{ type: 'told' as const, at: ctx.clock.now() }];
    await settleClocks(ctx, [{ id, categoryId, priority, steps }]);
  }
  await indexTickets(ctx, [id]);
  await emit(ctx, {
    type: kind === 'told' ? 'tickets.told' : 'tickets.noted',
    subject: { kind: 'ticket', id },
    subscriberId: locked.value.subscriberId,
    facts: { number: id, noteId },
  });
  return ok({ noteId });
}
