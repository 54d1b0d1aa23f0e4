import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { ticketsApi } from '../api/tickets.ts';
import { writeSubject } from '../billing/add-subject.ts';
import { findConversation, linkConversation } from '../conversations/link-conversation.ts';
import { indexTickets } from '../index-tickets.ts';
import { checkWatchers, writeWatchers } from '../set-watchers.ts';
import { checkFields } from './check-fields.ts';
import { findCategory, insertTicket, startOf, tellOpened } from './start-of-ticket.ts';
import { overlaid } from './values.ts';

type Input = z.output<(typeof ticketsApi)['POST /api/tickets']['input']>;

/**
 * Opens a ticket. What is not given begins as its category says; one that would be nobody's and of
 * no team is whoever's opens it, so that somebody has it.
 */
export async function createTicket(
  ctx: Ctx,
  { conversationId, watcherIds = [], subjects = [], ...given }: Input,
): Promise<Result<{ id: number }>> {
  const found =
    conversationId === undefined ? ok(null) : await findConversation(ctx, conversationId);
  if (!found.ok) return found;
  const category = await findCategory(ctx, given.categoryId);
  if (!category) return fail('tickets.no_such_category');
  const after = overlaid(startOf(ctx, given, category), given);
  // Whoever may see the conversation may write down whose it is.
  after.subscriberId ??= found.value?.subscriberId ?? null;
  const refusal = (await checkFields(ctx, given, after)) ?? (await checkWatchers(ctx, watcherIds));
  if (refusal) return refusal;
  // Whoever was called or written to already does not wait for a first word.
  const awaitsReply = after.subscriberId !== null && !found.value?.isTouched;
  const id = await insertTicket(ctx, after, { awaitsReply });
  await writeWatchers(ctx, id, watcherIds);
  if (found.value) await linkConversation(ctx, id, found.value.id);
  await indexTickets(ctx, [id], { areNew: true });
  await tellOpened(ctx, id, after, category.name, found.value?.id ?? null);
  for (const subject of subjects) {
    const written = await writeSubject(ctx, { id, subscriberId: after.subscriberId }, subject);
    if (!written.ok) return written;
  }
  return ok({ id });
}
