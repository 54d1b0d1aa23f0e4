import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { isVeiledOf, veiledNow } from '../../kernel/veil.ts';
import type { SubscriberKind } from '../api/kinds.ts';
import { type AddressParts, addressText } from '../addresses/address-text.ts';

/** What somebody needs to see of a subscriber to tell whether it is the same as another one. */
export type Half = {
  id: number;
  displayName: string;
  kind: SubscriberKind;
  birthOn: string | null;
  address: string;
  contacts: string[];
};

type Row = Omit<Half, 'address'> & AddressParts;

/**
 * Roots by their ids, with their clusters' contacts and the primary address, as far as no veil lies
 * over them.
 */
export async function describeHalves(ctx: Ctx, ids: readonly number[]): Promise<Map<number, Half>> {
  if (ids.length === 0) return new Map();
  // subscribers_root, contacts_subscriber, service_addresses_subscriber, for a page of ids
  const { rows } = await sql<Row>`
    select r.id, r.display_name, r.kind, r.birth_on, c.contacts, a.city, a.street_kind, a.street,
           a.building, a.flat, coalesce(a.raw_text, '') as raw_text
    from   subscribers r
    cross  join lateral (
      select array(select m.id from subscribers m
                   where  m.root_id = r.id and m.merged_into_id is not null) || r.id as ids) o
    cross  join lateral (
      select array(select distinct value from contacts
                   where  subscriber_id = any(o.ids) and removed_at is null
                   order  by value limit 6) as contacts) c
    left   join lateral (
      select t.city, t.kind as street_kind, t.name as street, b.number as building, p.flat,
             s.raw_text
      from   service_addresses s
      left   join premises  p on p.id = s.premise_id
      left   join buildings b on b.id = p.building_id
      left   join streets   t on t.id = b.street_id
      where  s.subscriber_id = any(o.ids) and s.removed_at is null
      order  by s.is_primary desc, s.id
      limit  1) a on true
    where  r.id = any(${ids}::bigint[])`.execute(ctx.db);
  const veiled = await veiledNow(ctx);
  return new Map(
    rows.map(({ id, displayName, kind, birthOn, contacts, ...parts }) => {
      const half = { id, displayName, kind, birthOn: null, contacts: [], address: '' };
      if (isVeiledOf(veiled, id)) return [id, half];
      return [id, { ...half, birthOn, contacts, address: addressText(parts, ctx.language) }];
    }),
  );
}
