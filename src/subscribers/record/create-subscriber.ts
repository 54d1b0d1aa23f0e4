import type { z } from 'zod';
import { type Ctx, reachOf, staffIdOf } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { recordApi } from '../api/record.ts';
import { readContacts } from '../contacts/read-contact.ts';
import { likelyDuplicates } from '../duplicates/likely-duplicates.ts';
import { recordEvent } from '../record-event.ts';
import { indexSubscriber } from '../search/index-subscriber.ts';
import { checkFields, takenExternalId } from './check-fields.ts';
import { insertBelongings } from './insert-belongings.ts';
import { insertRecord } from './insert-record.ts';
import { nameOf } from './name-of.ts';

type Input = z.output<(typeof recordApi)['POST /api/subscribers']['input']>;
type Created = z.input<(typeof recordApi)['POST /api/subscribers']['output']>;

/**
 * Adds a subscriber with everything that is known at once. Those who look like the same person are
 * told of, and hold nothing up; whoever may see only their own rows becomes the owner.
 */
export async function createSubscriber(ctx: Ctx, input: Input): Promise<Result<Created>> {
  const { contacts, documents, addresses, attributes, ...given } = input;
  const displayName = nameOf(given);
  if (displayName === '') return fail('subscribers.name_missing');
  const refusal = await checkFields(ctx, { ...given, attributes });
  if (refusal) return refusal;
  const duplicates = await likelyDuplicates(ctx, { displayName, contacts, documents, addresses });
  const read = readContacts(ctx.operator, contacts);
  if (!read.ok) return read;
  const id = await insertRecord(ctx, {
    ...withOwner(ctx, given),
    displayName,
    attributes: withoutNulls(attributes),
  });
  if (id === null) return takenExternalId;
  const belongings = { contacts: read.value, documents, addresses };
  const { values, rawAddresses } = await insertBelongings(ctx, id, belongings);
  await recordEvent(ctx, id, 'subscribers.created', {
    facts: { kind: input.kind, likelyDuplicates: duplicates.map((one) => one.id) },
    personal: { displayName, contacts: values },
  });
  await indexSubscriber(ctx, [id]);
  return ok({ id, version: 1, duplicates, rawAddresses });
}

function withOwner<T extends { ownerStaffId?: number | null | undefined }>(ctx: Ctx, given: T): T {
  const isNarrow = reachOf(ctx.actor, 'subscribers.edit') !== 'all';
  if (!isNarrow || given.ownerStaffId) return given;
  return { ...given, ownerStaffId: staffIdOf(ctx.actor) };
}

function withoutNulls(attributes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== null));
}
