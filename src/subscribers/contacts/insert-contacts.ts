import type { Ctx } from '../../kernel/context.ts';
import type { ContactKind } from '../api/kinds.ts';

type ReadContact = {
  kind: ContactKind;
  value: string;
  extension: string | null;
  label: string;
  isPrimary?: boolean | undefined;
  contactPersonId?: number | undefined;
};

type Known = { id: number; kind: string; value: string; contactPersonId: number | null };

/**
 * Writes normalised contacts for `ids[0]`. The first of its kind is the primary one unless the
 * input says otherwise; what the cluster has already is passed by.
 * @returns those that were written
 */
export async function insertContacts(
  ctx: Ctx,
  ids: readonly number[],
  contacts: readonly ReadContact[],
): Promise<Known[]> {
  if (contacts.length === 0) return [];
  const known = await contactsOf(ctx, ids);
  const rows = contacts.flatMap(({ isPrimary, ...contact }) => {
    const { kind, value, contactPersonId = null } = contact;
    if (known.some((one) => isSame(one, { kind, value, contactPersonId }))) return [];
    const isFirst = !known.some((one) => one.kind === kind && one.contactPersonId === null);
    known.push({ id: 0, kind, value, contactPersonId });
    const isChosen = isPrimary ?? (isFirst && contactPersonId === null);
    return [{ ...contact, subscriberId: ids[0] ?? 0, isPrimary: isChosen }];
  });
  if (rows.length === 0) return [];
  const primaries = rows.filter((row) => row.isPrimary).map((row) => row.kind);
  await clearPrimary(ctx, ids, primaries);
  return ctx.db
    .insertInto('contacts')
    .values(rows.map((row) => ({ ...row, createdAt: ctx.clock.now() })))
    .returning(['id', 'kind', 'value', 'contactPersonId'])
    .execute();
}

const isSame = (a: Known, b: Omit<Known, 'id'>): boolean =>
  a.kind === b.kind && a.value === b.value && a.contactPersonId === b.contactPersonId;

function contactsOf(ctx: Ctx, ids: readonly number[]): Promise<Known[]> {
  // contacts_subscriber (subscriber_id)
  return ctx.db
    .selectFrom('contacts')
    .select(['id', 'kind', 'value', 'contactPersonId'])
    .where('subscriberId', 'in', ids)
    .where('removedAt', 'is', null)
    .execute();
}

/** Makes room for new primary contacts of some kinds: a cluster has one of each. */
export async function clearPrimary(
  ctx: Ctx,
  ids: readonly number[],
  kinds: readonly string[],
): Promise<void> {
  if (kinds.length === 0) return;
  await ctx.db
    .updateTable('contacts')
    .set({ isPrimary: false })
    .where('subscriberId', 'in', ids)
    .where('kind', 'in', kinds)
    .where('isPrimary', '=', true)
    .where('removedAt', 'is', null)
    .execute();
}
