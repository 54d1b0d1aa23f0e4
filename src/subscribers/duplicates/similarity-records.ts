import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { SubscriberKind } from '../api/kinds.ts';
import { readName } from '../contacts/read-name.ts';
import type { SimilarityRecord } from './similarity.ts';

type Row = {
  id: number;
  kind: SubscriberKind;
  displayName: string;
  lastName: string | null;
  firstName: string | null;
  middleName: string | null;
  birthOn: string | null;
  taxNumber: string | null;
  phones: string[];
  emails: string[];
  documents: string[];
  addresses: string[];
};

/** What is compared of subscribers, by the ids of their roots, each with its cluster's contacts. */
export async function similarityRecords(
  ctx: Ctx,
  ids: readonly number[],
): Promise<Map<number, SimilarityRecord>> {
  // subscribers_root, contacts_subscriber, documents_subscriber, service_addresses_subscriber
  const { rows } = await sql<Row>`
    select r.id, r.kind, r.display_name, r.last_name, r.first_name, r.middle_name, r.birth_on,
           r.tax_number,
           array(select value from contacts where subscriber_id = any(o.ids)
                 and kind in ('phone', 'whatsapp') and removed_at is null) as phones,
           array(select kind || ' ' || value from contacts where subscriber_id = any(o.ids)
                 and kind not in ('phone', 'whatsapp') and removed_at is null) as emails,
           array(select kind || ' ' || number from documents where subscriber_id = any(o.ids)
                 and number <> '' and removed_at is null) as documents,
           array(select premise_id::text from service_addresses where subscriber_id = any(o.ids)
                 and premise_id is not null and removed_at is null) as addresses
    from   subscribers r
    cross  join lateral (
      select array(select m.id from subscribers m
                   where  m.root_id = r.id and m.merged_into_id is not null) || r.id as ids) o
    where  r.id = any(${ids}::bigint[])`.execute(ctx.db);
  return new Map(rows.map((row) => [row.id, recordOf(row)]));
}

function recordOf({ displayName, lastName, firstName, middleName, ...row }: Row): SimilarityRecord {
  const name = readName(displayName);
  const isSplit = lastName !== null || firstName !== null;
  const read = name?.kind === 'person' ? name : (name?.person ?? null);
  return {
    ...row,
    person: isSplit ? { lastName, firstName, middleName } : read,
    organisation: name?.kind === 'organisation' ? name.name : null,
  };
}
