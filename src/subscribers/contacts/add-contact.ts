import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { contactsApi } from '../api/contacts.ts';
import { recordEvent } from '../record-event.ts';
import { indexSubscriber } from '../search/index-subscriber.ts';
import { lockUnveiled } from '../veil.ts';
import { insertContacts } from './insert-contacts.ts';
import { badContact, readContact } from './read-contact.ts';

type Input = z.output<(typeof contactsApi)['POST /api/subscribers/{id}/contacts']['input']>;

/** Adds one way to reach a subscriber, or one of its contact persons. */
export async function addContact(
  ctx: Ctx,
  { id: askedId, ...contact }: Input,
): Promise<Result<{ id: number; value: string }>> {
  const found = await lockUnveiled(ctx, askedId);
  if (!found.ok) return found;
  const { id, ids } = found.value;
  const { contactPersonId } = contact;
  if (contactPersonId && !(await isPersonOf(ctx, ids, contactPersonId))) {
    return fail('subscribers.no_such_contact_person');
  }
  const read = readContact(ctx.operator, contact.kind, contact.value);
  if (!read.ok) return badContact(read, 'value');
  const { kind, value, extension, note } = read;
  const label = contact.label || note;
  const [added] = await insertContacts(ctx, ids, [{ ...contact, kind, value, extension, label }]);
  if (!added) return fail('subscribers.contact_known', {}, { value: 'subscribers.contact_known' });
  await recordEvent(ctx, id, 'subscribers.contact_added', {
    facts: { contactId: added.id, kind: added.kind },
    personal: { value: added.value },
  });
  await indexSubscriber(ctx, [id]);
  return ok({ id: added.id, value: added.value });
}

async function isPersonOf(ctx: Ctx, ids: number[], contactPersonId: number): Promise<boolean> {
  const person = await ctx.db
    .selectFrom('contactPersons')
    .select('id')
    .where('id', '=', contactPersonId)
    .where('subscriberId', 'in', ids)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  return person !== undefined;
}
