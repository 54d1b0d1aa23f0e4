import type { Ctx } from '../../kernel/context.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { lockUnveiled } from '../veil.ts';
import { recordEvent } from '../record-event.ts';
import { indexSubscriber } from '../search/index-subscriber.ts';

/** Takes a contact person and the ways to reach that person out of use. */
export async function removeContactPerson(
  ctx: Ctx,
  input: { id: number; contactPersonId: number },
): Promise<Result<Done>> {
  const found = await lockUnveiled(ctx, input.id);
  if (!found.ok) return found;
  const { id, ids } = found.value;
  const removed = await ctx.db
    .updateTable('contactPersons')
    .set({ removedAt: ctx.clock.now() })
    .where('id', '=', input.contactPersonId)
    .where('subscriberId', 'in', ids)
    .where('removedAt', 'is', null)
    .returning(['id', 'name', 'role'])
    .executeTakeFirst();
  if (!removed) return fail('subscribers.no_such_contact_person');
  await ctx.db
    .updateTable('contacts')
    .set({ removedAt: ctx.clock.now() })
    .where('contactPersonId', '=', removed.id)
    .where('subscriberId', 'in', ids)
    .where('removedAt', 'is', null)
    .execute();
  await recordEvent(ctx, id, 'subscribers.contact_person_removed', {
    facts: { contactPersonId: removed.id, role: removed.role },
    personal: { name: removed.name },
  });
  await indexSubscriber(ctx, [id]);
  return ok({});
}
