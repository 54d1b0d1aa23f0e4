import type { Ctx } from '../../kernel/context.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { noImports, recordEvent } from '../record-event.ts';
import { indexSubscriber } from '../search/index-subscriber.ts';
import { lockUnveiled } from '../veil.ts';

/** Takes a contact out of use; it is remembered that it was. */
export async function removeContact(
  ctx: Ctx,
  input: { id: number; contactId: number },
): Promise<Result<Done>> {
  const found = await lockUnveiled(ctx, input.id);
  if (!found.ok) return found;
  const { id, ids } = found.value;
  const removed = await ctx.db
    .updateTable('contacts')
    .set({ removedAt: ctx.clock.now(), isPrimary: false, ...noImports })
    .where('id', '=', input.contactId)
    .where('subscriberId', 'in', ids)
    .where('removedAt', 'is', null)
    .returning(['id', 'kind', 'value'])
    .executeTakeFirst();
  if (!removed) return fail('subscribers.no_such_contact');
  await recordEvent(ctx, id, 'subscribers.contact_removed', {
    facts: { contactId: removed.id, kind: removed.kind },
    personal: { value: removed.value },
  });
  await indexSubscriber(ctx, [id]);
  return ok({});
}
