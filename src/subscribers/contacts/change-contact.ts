import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { contactsApi } from '../api/contacts.ts';
import { noImports, recordEvent } from '../record-event.ts';
import { indexSubscriber } from '../search/index-subscriber.ts';
import { lockUnveiled } from '../veil.ts';
import { clearPrimary } from './insert-contacts.ts';
import type { ContactKind } from '../api/kinds.ts';
import { badContact, readContact } from './read-contact.ts';

type Input = z.output<
  (typeof contactsApi)['PATCH /api/subscribers/{id}/contacts/{contactId}']['input']
>;

/**
 * Corrects a contact's value or label, or makes it the one that is used first. Another value is as
 * new as one that was added now: only one that was known before proves whose it is.
 */
export async function changeContact(
  ctx: Ctx,
  input: Input,
): Promise<Result<{ id: number; value: string }>> {
  const found = await lockUnveiled(ctx, input.id);
  if (!found.ok) return found;
  const { id, ids } = found.value;
  const before = await ctx.db
    .selectFrom('contacts')
    .select(['id', 'kind', 'value', 'extension', 'label', 'isPrimary'])
    .where('id', '=', input.contactId)
    .where('subscriberId', 'in', ids)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  if (!before) return fail('subscribers.no_such_contact');
  const { value, extension, label, isPrimary } = before;
  const after = { value, extension, label: input.label ?? label, isPrimary };
  if (input.value !== undefined) {
    const read = readContact(ctx.operator, before.kind as ContactKind, input.value);
    if (!read.ok) return badContact(read, 'value');
    after.value = read.value;
    after.extension = read.extension;
  }
  if (input.isPrimary === true) {
    await clearPrimary(ctx, ids, [before.kind]);
    after.isPrimary = true;
  }
  await ctx.db
    .updateTable('contacts')
    .set({
      ...after,
      ...(after.value === value ? {} : { createdAt: ctx.clock.now() }),
      ...noImports,
    })
    .where('id', '=', before.id)
    .execute();
  const changed = Object.keys(after) as (keyof typeof after)[];
  const fields = changed.filter((field) => after[field] !== before[field]);
  if (fields.length > 0) {
    await recordEvent(ctx, id, 'subscribers.contact_changed', {
      facts: { contactId: before.id, kind: before.kind, fields },
      personal: { before: { value, label }, after: { value: after.value, label: after.label } },
    });
    await indexSubscriber(ctx, [id]);
  }
  return ok({ id: before.id, value: after.value });
}
