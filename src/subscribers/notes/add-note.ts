import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { lockSubscriber } from '../find-subscriber.ts';
import { recordEvent } from '../record-event.ts';

/** Writes a note into a subscriber's timeline. Its words stand where an erasure reaches them. */
export async function addNote(
  ctx: Ctx,
  input: { id: number; text: string },
): Promise<Result<{ eventId: number }>> {
  const found = await lockSubscriber(ctx, input.id);
  if (!found.ok) return found;
  const { text } = input;
  const eventId = await recordEvent(ctx, found.value.id, 'subscribers.noted', {
    personal: { text },
  });
  return ok({ eventId });
}
