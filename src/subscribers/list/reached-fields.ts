import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Choice, ListField } from '../../kernel/list/field.ts';
import { type AddressParts, addressText } from '../addresses/address-text.ts';
import { listedCluster } from './cluster.ts';

/** The main service address of the whole cluster, with its place in the city. */
const place = `
  left join lateral (
    select a.raw_text, t.city, t.kind as street_kind, t.name as street, b.number as building,
           b.district, b.technology, p.flat
    from   ${listedCluster} k
    join   service_addresses a on a.subscriber_id = k.id
    left   join premises  p on p.id = a.premise_id
    left   join buildings b on b.id = p.building_id
    left   join streets   t on t.id = b.street_id
    where  a.removed_at is null
    order  by a.is_primary desc, a.id
    limit  1) place on true`;

export const reachedJoins = { place };

const mainContact = (kind: string): string => `(
  select c.value from ${listedCluster} k join contacts c on c.subscriber_id = k.id
  where  c.kind = '${kind}' and c.removed_at is null
  order  by c.is_primary desc, c.id
  limit  1)`;

/** Served by contacts_value (kind, value), then up to the root of whoever it belongs to. */
const anyContact = (kind: string): ListField['ofAny'] => ({
  from: `contacts c join subscribers m on m.id = c.subscriber_id
         where m.root_id = s.id and c.kind = '${kind}' and c.removed_at is null`,
  value: 'c.value',
});

const anyPlace = (value: string): ListField['ofAny'] => ({
  from: `service_addresses a
         join subscribers m on m.id = a.subscriber_id
         left join premises  p on p.id = a.premise_id
         left join buildings b on b.id = p.building_id
         left join streets   t on t.id = b.street_id
         where m.root_id = s.id and a.removed_at is null`,
  value,
});

/** Columns of what belongs to a subscriber: the main one is shown, any is asked about. */
export const reachedFields: readonly ListField[] = [
  { key: 'phone', type: 'phone', value: mainContact('phone'), ofAny: anyContact('phone') },
  { key: 'email', type: 'text', value: mainContact('email'), ofAny: anyContact('email') },
  {
    key: 'address',
    type: 'text',
    value: `case when place.raw_text is not null then jsonb_build_object(
      'city', place.city, 'streetKind', place.street_kind, 'street', place.street,
      'building', place.building, 'flat', place.flat, 'rawText', place.raw_text) end`,
    joins: ['place'],
    ofAny: anyPlace(
      `concat_ws(' ', t.city, t.kind, t.name, b.number, p.flat, nullif(a.raw_text, ''))`,
    ),
    show: (parts, language) => addressText(parts as AddressParts, language),
    isSortable: false,
  },
  {
    key: 'city',
    type: 'choice',
    value: 'place.city',
    joins: ['place'],
    ofAny: anyPlace('t.city'),
    choices: (ctx) => distinct(ctx, 'streets', 'city'),
  },
  {
    key: 'district',
    type: 'choice',
    value: `nullif(place.district, '')`,
    joins: ['place'],
    ofAny: anyPlace(`nullif(b.district, '')`),
    choices: (ctx) => distinct(ctx, 'buildings', 'district'),
  },
  {
    key: 'street',
    type: 'text',
    value: 'place.street',
    joins: ['place'],
    ofAny: anyPlace('t.name'),
  },
  {
    key: 'technology',
    type: 'choice',
    value: 'place.technology',
    joins: ['place'],
    ofAny: anyPlace('b.technology'),
    choices: ['ftth', 'ethernet', 'docsis', 'dsl', 'wireless'],
  },
  {
    key: 'need',
    type: 'text',
    value: `(
      select n.text from ${listedCluster} k join needs n on n.subscriber_id = k.id
      where  n.closed_at is null
      order  by n.noted_at desc, n.id desc
      limit  1)`,
    ofAny: {
      from: `needs n join subscribers m on m.id = n.subscriber_id
             where m.root_id = s.id and n.closed_at is null`,
      value: 'n.text',
    },
    isSortable: false,
  },
];

/** Cities and districts are few; a list of choices that is longer helps nobody. */
const choiceLimit = 500;

async function distinct(ctx: Ctx, table: string, column: string): Promise<Choice[]> {
  const { rows } = await sql<{ value: string }>`
    select distinct ${sql.ref(column)} as value from ${sql.table(table)}
    where ${sql.ref(column)} <> '' order by 1 limit ${choiceLimit}`.execute(ctx.db);
  return rows.map(({ value }) => ({ value, label: value }));
}
