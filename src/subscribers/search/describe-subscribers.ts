import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Findable } from '../../kernel/search/findable.ts';
import { type AddressParts, addressText } from '../addresses/address-text.ts';
import { type SearchTerms, searchTerms } from '../slots.ts';

/**
 * What the search is told of the clusters that these subscribers belong to: one entry for each
 * root, read set by set. A bulk load hands the answer to COPY. Erased subscribers are left out.
 */
export async function describeSubscribers(ctx: Ctx, ids: readonly number[]): Promise<Findable[]> {
  if (ids.length === 0) return [];
  const members = await loadMembers(ctx, ids);
  const memberIds = members.map((member) => member.id);
  const words = await loadWords(ctx, memberIds);
  const addresses = await loadAddresses(ctx, memberIds);
  const terms: Map<number, SearchTerms>[] = [];
  for (const { piece } of searchTerms.fills) terms.push(await piece(ctx, memberIds));
  const clusters = Map.groupBy(members, (member) => member.rootId);
  return [...clusters.values()].map((cluster) => {
    const own = cluster.map((member) => member.id);
    return describe(
      cluster,
      own.flatMap((id) => words.get(id) ?? []),
      own.flatMap((id) => addresses.get(id) ?? []),
      terms.flatMap((byId) => own.flatMap((id) => byId.get(id) ?? [])),
    );
  });
}

type Member = {
  id: number;
  rootId: number;
  displayName: string;
  fullName: string;
  externalId: string | null;
  taxNumber: string | null;
  ownerStaffId: number | null;
  teamId: number | null;
  updatedAt: Date;
};

async function loadMembers(ctx: Ctx, ids: readonly number[]): Promise<Member[]> {
  // subscribers_pkey, then subscribers_root (root_id)
  const { rows } = await sql<Member>`
    with roots as materialized (
      select distinct root_id as id from subscribers where id = any(${ids}::bigint[]))
    select s.id, s.root_id, s.display_name, s.external_id, s.tax_number, s.owner_staff_id,
           s.team_id, s.updated_at,
           concat_ws(' ', s.last_name, s.first_name, s.middle_name) as full_name
    from   (select id from roots
            union all
            select m.id from subscribers m join roots on roots.id = m.root_id
            where  m.merged_into_id is not null) c
    join   subscribers s on s.id = c.id
    where  s.erased_at is null
    order  by s.id <> s.root_id, s.id`.execute(ctx.db);
  return rows;
}

type Word = { subscriberId: number; kind: string; value: string };

async function loadWords(ctx: Ctx, ids: readonly number[]): Promise<Map<number, Word[]>> {
  // contacts_subscriber, contact_persons_subscriber, documents_subscriber
  const { rows } = await sql<Word>`
    select subscriber_id, kind, value from contacts
    where  subscriber_id = any(${ids}::bigint[]) and removed_at is null
    union  all
    select subscriber_id, 'person', name from contact_persons
    where  subscriber_id = any(${ids}::bigint[]) and removed_at is null
    union  all
    select subscriber_id, 'document', number from documents
    where  subscriber_id = any(${ids}::bigint[]) and removed_at is null and number <> ''
  `.execute(ctx.db);
  return Map.groupBy(rows, (row) => row.subscriberId);
}

async function loadAddresses(ctx: Ctx, ids: readonly number[]): Promise<Map<number, string[]>> {
  // service_addresses_subscriber (subscriber_id), then primary keys
  const { rows } = await sql<AddressParts & { subscriberId: number }>`
    select a.subscriber_id, a.raw_text, t.city, t.kind as street_kind, t.name as street,
           b.number as building, p.flat
    from   service_addresses a
    left   join premises  p on p.id = a.premise_id
    left   join buildings b on b.id = p.building_id
    left   join streets   t on t.id = b.street_id
    where  a.subscriber_id = any(${ids}::bigint[]) and a.removed_at is null
    order  by a.is_primary desc, a.id`.execute(ctx.db);
  const texts = new Map<number, string[]>();
  for (const row of rows) {
    texts.set(row.subscriberId, [...(texts.get(row.subscriberId) ?? []), addressText(row)]);
  }
  return texts;
}

function describe(
  members: readonly Member[],
  words: readonly Word[],
  addresses: readonly string[],
  terms: readonly SearchTerms[],
): Findable {
  const [root] = members;
  if (!root) throw new Error('a cluster has a root');
  const of = (...kinds: string[]): string[] =>
    words.filter((word) => kinds.includes(word.kind)).map((word) => word.value);
  const identifiers = terms.flatMap((term) => term.identifiers ?? []);
  const names = members.flatMap((member) => [member.displayName, member.fullName]);
  const numbers = members.flatMap((member) => [member.externalId ?? '', member.taxNumber ?? '']);
  return {
    kind: 'subscriber',
    refId: root.rootId,
    subscriberId: root.rootId,
    ownerStaffId: root.ownerStaffId,
    teamId: root.teamId,
    title: root.displayName,
    subtitle: [addresses[0], identifiers[0]].filter(Boolean).join(' · '),
    happenedAt: root.updatedAt,
    words: {
      names: [...new Set([...names, ...of('person')])].filter(Boolean),
      identifiers: [...identifiers, ...numbers.filter(Boolean), ...of('document')],
      phones: [...of('phone', 'whatsapp'), ...terms.flatMap((term) => term.phones ?? [])],
      emails: of('email'),
      messengers: of('telegram', 'vk', 'max'),
      addresses,
      ips: terms.flatMap((term) => term.ips ?? []),
      macs: terms.flatMap((term) => term.macs ?? []),
    },
  };
}
