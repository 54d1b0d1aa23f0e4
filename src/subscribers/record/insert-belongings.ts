import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { insertAddress } from '../addresses/insert-address.ts';
import type { AddressInput, DocumentInput } from '../api/shapes.ts';
import { insertContacts } from '../contacts/insert-contacts.ts';
import { insertDocuments } from '../documents/insert-documents.ts';

type Belongings = {
  contacts: Parameters<typeof insertContacts>[2];
  documents: readonly z.output<typeof DocumentInput>[];
  addresses: readonly z.output<typeof AddressInput>[];
};

/**
 * Writes everything that was given with a new subscriber.
 * @returns the contacts' values, and those addresses that were kept as written
 */
export async function insertBelongings(
  ctx: Ctx,
  id: number,
  { contacts, documents, addresses }: Belongings,
): Promise<{ values: string[]; rawAddresses: string[] }> {
  const written = await insertContacts(ctx, [id], contacts);
  await insertDocuments(ctx, id, documents);
  const rawAddresses: string[] = [];
  for (const address of addresses) {
    const { isUnderstood } = await insertAddress(ctx, [id], address);
    if (!isUnderstood) rawAddresses.push(address.text);
  }
  return { values: written.map((contact) => contact.value), rawAddresses };
}
