import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { contactsApi } from '../api/contacts.ts';
import { lockUnveiled } from '../veil.ts';
import { recordEvent } from '../record-event.ts';
import { indexSubscriber } from '../search/index-subscriber.ts';
import { insertContacts } from './insert-contacts.ts';
import { readContacts } from './read-contact.ts';

type Input = z.output<(typeof contactsApi)['POST /api/subscribers/{id}/contact-persons']['input']>;

/** Adds a person through whom one talks with a subscriber, with ways to reach that person. */
export async function addContactPerson(
  ctx: Ctx,
  { id: askedId, contacts, ...person }: Input,
): Promise<Result<{ id: number }>> {
  const found = await lockUnveiled(ctx, askedId);
  if (!found.ok) return found;
  const read = readContacts(ctx.operator, contacts);
  if (!read.ok) return read;
  const { id, ids } = found.value;
  const { id: contactPersonId } = await ctx.db
    .insertInto('contactPersons')
    .values({ ...person, subscriberId: id, createdAt: ctx.clock.now() })
    .returning('id')
    .executeTakeFirstOrThrow();
  const reached = read.value.map((contact) => ({ ...contact, contactPersonId }));
  const written = await insertContacts(ctx, ids, reached);
  await recordEvent(ctx, id, 'subscribers.contact_person_added', {
    facts: { contactPersonId, role: person.role },
    personal: { name: person.name, contacts: written.map((contact) => contact.value) },
  });
  await indexSubscriber(ctx, [id]);
  return ok({ id: contactPersonId });
}
