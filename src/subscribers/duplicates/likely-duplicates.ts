import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { understandAddress } from '../addresses/understand-address.ts';
import type { LikelyDuplicate } from '../api/shapes.ts';
import type { ContactKind } from '../api/kinds.ts';
import { readContact } from '../contacts/read-contact.ts';
import { reaches } from '../find-subscriber.ts';

/**
 * What is known of a newcomer while the form is filled in; any of it may be missing or unfinished.
 */
export type Newcomer = {
  displayName: string;
  contacts: readonly { kind: ContactKind; value: string }[];
  documents: readonly { number: string }[];
  addresses: readonly { text: string }[];
  exceptId?: number | undefined;
};

type Likely = z.output<typeof LikelyDuplicate>;

/** Shared by more than this many, a phone is a dispatcher's or a placeholder and tells nothing. */
const MOST_SHARING = 20;

/** Those already here who share a contact or a document, or the name at the same address. */
export async function likelyDuplicates(ctx: Ctx, newcomer: Newcomer): Promise<Likely[]> {
  const contacts = newcomer.contacts.flatMap(({ kind, value }) => {
    const read = readContact(ctx.operator, kind, value);
    return read.ok ? [{ kind: read.kind, value: read.value }] : [];
  });
  const numbers = newcomer.documents.map(({ number }) => number).filter(Boolean);
  const premiseIds = await knownPremises(ctx, newcomer);
  // contacts_value, documents_number, service_addresses_premise, each for a handful of values
  const { rows } = await sql<Likely>`
    with shared as (
      select c.subscriber_id, case when c.kind in ('phone', 'email') then c.kind
                                   else 'messenger' end as reason
      from   jsonb_to_recordset(${JSON.stringify(contacts)}::jsonb) as n(kind text, value text)
      cross  join lateral (
        select subscriber_id, kind from contacts
        where  kind = n.kind and value = n.value and removed_at is null
        limit  ${MOST_SHARING}) c
      union
      select d.subscriber_id, 'document'
      from   unnest(${numbers}::text[]) as n (number)
      cross  join lateral (
        select subscriber_id from documents
        where  number = n.number and number <> '' and removed_at is null
        limit  ${MOST_SHARING}) d
      union
      select a.subscriber_id, 'name_address'
      from   service_addresses a
      join   subscribers s on s.id = a.subscriber_id
      where  a.premise_id = any(${premiseIds}::bigint[]) and a.removed_at is null
      and    lower(s.display_name) = lower(${newcomer.displayName}))
    select r.id, r.display_name, r.kind, array_agg(distinct shared.reason) as reasons
    from   shared
    join   subscribers s on s.id = shared.subscriber_id
    join   subscribers r on r.id = s.root_id
    where  r.id <> ${newcomer.exceptId ?? 0} and r.erased_at is null
    and    ${reaches(ctx, 'subscribers.view')}
    group  by r.id
    order  by count(distinct shared.reason) desc, r.id
    limit  10`.execute(ctx.db);
  return rows;
}

async function knownPremises(ctx: Ctx, newcomer: Newcomer): Promise<number[]> {
  if (newcomer.displayName === '') return [];
  const ids: number[] = [];
  for (const { text } of newcomer.addresses) {
    const understood = await understandAddress(ctx, text);
    if (understood?.premiseId) ids.push(understood.premiseId);
  }
  return ids;
}
