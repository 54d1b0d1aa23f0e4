import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { contactsApi } from '../api/contacts.ts';
import { lockUnveiled } from '../veil.ts';
import { recordEvent } from '../record-event.ts';
import { indexSubscriber } from '../search/index-subscriber.ts';

type Input = z.output<
  (typeof contactsApi)['PATCH /api/subscribers/{id}/contact-persons/{contactPersonId}']['input']
>;

/** Corrects what is known of a contact person. */
export async function changeContactPerson(
  ctx: Ctx,
  { id: askedId, contactPersonId, ...given }: Input,
): Promise<Result<{ id: number }>> {
  const found = await lockUnveiled(ctx, askedId);
  if (!found.ok) return found;
  const { id, ids } = found.value;
  const before = await ctx.db
    .selectFrom('contactPersons')
    .select(['name', 'role', 'birthOn', 'note'])
    .where('id', '=', contactPersonId)
    .where('subscriberId', 'in', ids)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  if (!before) return fail('subscribers.no_such_contact_person');
  const after = { ...before, ...given };
  await ctx.db.updateTable('contactPersons').set(after).where('id', '=', contactPersonId).execute();
  const fields = Object.keys(given);
  await recordEvent(ctx, id, 'subscribers.contact_person_changed', {
    facts: { contactPersonId, fields },
    personal: { before, after },
  });
  await indexSubscriber(ctx, [id]);
  return ok({ id: contactPersonId });
}
