import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { endDraft, mention } from '../../work/index.ts';
import type { NoteInput } from '../api/tickets.ts';
import { indexTickets } from '../index-tickets.ts';
import { settleClocks } from '../norms/settle-clocks.ts';
import { lockTicket } from '../record/lock-tickets.ts';
import { ruleOf } from '../rules/cause.ts';
import { tellOfNews } from '../watching/tell-watchers.ts';
import { isMissed } from './missed-since.ts';
import { reply } from './reply.ts';

/**
 * Writes an internal note, what the subscriber was told, or a reply: that leaves by the
 * conversation in which they wrote last. Where others did something that its writer has not
 * seen, it waits until that was looked at.
 */
export async function addNote(
  ctx: Ctx,
  { id, kind: written, text, writing, mentions, seenId }: NoteInput,
): Promise<Result<{ noteId: number }>> {
  const locked = await lockTicket(ctx, id);
  if (!locked.ok) return locked;
  if (await isMissed(ctx, locked.value, seenId)) return fail('tickets.changed_meanwhile');
  const sent = written === 'reply' ? await reply(ctx, locked.value, text) : ok(null);
  if (!sent.ok) return sent;
  const kind = written === 'note' ? 'note' : 'told';
  const { id: noteId } = await ctx.db
    .insertInto('ticketNotes')
    .values({
      ticketId: id,
      kind,
      authorStaffId: staffIdOf(ctx.actor),
      ruleId: ruleOf(ctx),
      messageId: sent.value,
      text,
      createdAt: ctx.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  // Of a reply, that it has left is what counts.
  if (written === 'told') {
    const { categoryId, priority } = locked.value;
    const steps = [{ type: 'told' as const, at: ctx.clock.now() }];
    await settleClocks(ctx, [{ id, categoryId, priority, steps }]);
  }
  const at = { entity: 'tickets', entityId: id } as const;
  await mention(ctx, { ...at, sourceId: noteId }, mentions);
  await endDraft(ctx, { ...at, kind: kind === 'told' ? 'reply' : 'note' }, writing);
  await indexTickets(ctx, [id]);
  await emit(ctx, {
    type: kind === 'told' ? 'tickets.told' : 'tickets.noted',
    subject: { kind: 'ticket', id },
    subscriberId: locked.value.subscriberId,
    facts: { number: id, noteId },
  });
  await tellOfNews(ctx, [{ ticketId: id, reason: kind === 'told' ? 'told' : 'noted' }]);
  return ok({ noteId });
}
