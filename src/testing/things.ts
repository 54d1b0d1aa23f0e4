import { sql } from 'kysely';
import { defineApi } from '../kernel/api/define.ts';
import type { Actor, Reach } from '../kernel/context.ts';
import { recognisers } from '../kernel/http/entrance.ts';
import { listRoutes } from '../kernel/list/api.ts';
import { customFields, defineList, listExtensions } from '../kernel/list/entity.ts';
import { listHandlers } from '../kernel/list/list-handlers.ts';
import { fill } from '../kernel/slots.ts';
import { defineWiring } from '../kernel/wiring.ts';
import type { World } from './world.ts';

/** A list that exists only in the kernel's own tests: a column of every type, and one of many. */
const things = defineList({
  entity: 'things',
  domain: 'things',
  permission: 'things.see',
  table: 'things',
  alias: 't',
  only: 't.is_hidden is not true',
  access: { owner: 't.ownerStaffId', team: 't.teamId' },
  fields: [
    { key: 'id', type: 'id', value: 't.id', isRequired: true, index: 'things_pkey' },
    { key: 'name', type: 'text', value: 't.name', isGroupable: true },
    { key: 'kind', type: 'choice', value: 't.kind', choices: ['big', 'odd', 'small'] },
    { key: 'weight', type: 'number', value: 't.weight' },
    { key: 'price', type: 'money', value: 't.price_minor', currency: 't.currency' },
    { key: 'made', type: 'date', value: 't.made_on' },
    { key: 'seen', type: 'instant', value: 't.seen_at' },
    { key: 'broken', type: 'boolean', value: 't.is_broken' },
    { key: 'shelf', type: 'text', value: 't.shelf', index: 'things_shelf', isGroupable: true },
    {
      key: 'phone',
      type: 'phone',
      value: '(select min(p.phone) from thing_phones p where p.thing_id = t.id)',
      ofAny: { from: 'thing_phones p where p.thing_id = t.id', value: 'p.phone' },
    },
    { key: 'secret', type: 'text', value: "'hidden'", permission: 'things.secret' },
  ],
  attributes: { entity: 'thing', column: 't.attributes' },
  events: { listed: 'things.listed', exported: 'things.exported' },
});

export const thingsApi = defineApi(listRoutes({ entity: 'things', permission: 'things.see' }));

export const thingsWiring = defineWiring<typeof thingsApi>({
  domain: 'things',
  api: thingsApi,
  handlers: listHandlers(things),
  permissions: ['things.see', 'things.secret'],
  fills: [
    fill(customFields, (_ctx, entity) =>
      Promise.resolve(
        entity !== 'thing'
          ? []
          : [
              { key: 'colour', label: 'Цвет', type: 'text', choices: [], isFast: true },
              { key: 'score', label: 'Оценка', type: 'number', choices: [], isFast: false },
            ],
      ),
    ),
    fill(listExtensions, {
      entity: 'things',
      joins: { maker: 'left join thing_makers maker on maker.thing_id = t.id' },
      fields: [{ key: 'maker', type: 'text', value: 'maker.name', joins: ['maker'] }],
    }),
    fill(recognisers, (_ctx, request): Promise<Actor | null> => {
      const reach = request.headers['x-things'] as Reach | undefined;
      if (!reach) return Promise.resolve(null);
      const permissions = { 'things.see': reach };
      return Promise.resolve({ kind: 'staff', staffId: 1, teamId: 7, name: 'x', permissions });
    }),
  ],
});

/** Headers of somebody who may see all things, those of the team, or their own. */
export const asAll = { 'x-things': 'all' };
export const asTeam = { 'x-things': 'team' };
export const asOwn = { 'x-things': 'own' };

export type Thing = {
  name?: string | null;
  kind?: string | null;
  weight?: number | null;
  priceMinor?: number | null;
  madeOn?: string | null;
  seenAt?: string | null;
  isBroken?: boolean | null;
  shelf?: string | null;
  ownerStaffId?: number | null;
  teamId?: number | null;
  isHidden?: boolean | null;
  attributes?: Record<string, unknown>;
  phones?: readonly string[];
  maker?: string;
};

export async function makeThings({ ctx }: World): Promise<void> {
  await sql`create table things (
    id bigint generated always as identity primary key, name text, kind text, weight numeric,
    price_minor bigint, currency text, made_on date, seen_at timestamptz, is_broken boolean,
    shelf text, owner_staff_id bigint, team_id bigint, is_hidden boolean,
    attributes jsonb not null default '{}')`.execute(ctx.db);
  await sql`create index things_shelf on things (shelf, id)`.execute(ctx.db);
  await sql`create table thing_phones (thing_id bigint, phone text)`.execute(ctx.db);
  await sql`create table thing_makers (thing_id bigint, name text)`.execute(ctx.db);
}

/** Puts things, and nothing but them, into the list. @returns their ids, in the order given */
export async function putThings({ ctx }: World, rows: readonly Thing[]): Promise<number[]> {
  await sql`truncate things, thing_phones, thing_makers restart identity`.execute(ctx.db);
  await sql`
    insert into things (name, kind, weight, price_minor, currency, made_on, seen_at, is_broken,
                        shelf, owner_staff_id, team_id, is_hidden, attributes)
    select "name", "kind", "weight", "priceMinor", case when "priceMinor" > 900 then 'USD' end,
           "madeOn", "seenAt", "isBroken", "shelf", "ownerStaffId", "teamId", "isHidden",
           coalesce("attributes", '{}')
    from json_to_recordset(${JSON.stringify(rows)}) as given (
      "name" text, "kind" text, "weight" numeric, "priceMinor" bigint, "madeOn" date,
      "seenAt" timestamptz, "isBroken" boolean, "shelf" text, "ownerStaffId" bigint,
      "teamId" bigint, "isHidden" boolean, "attributes" jsonb)`.execute(ctx.db);
  const many = rows.flatMap((row, at) => (row.phones ?? []).map((phone) => [at + 1, phone]));
  await sql`
    insert into thing_phones select (one ->> 0)::bigint, one ->> 1
    from json_array_elements(${JSON.stringify(many)}) one`.execute(ctx.db);
  const makers = rows.flatMap(({ maker }, at) => (maker ? [[at + 1, maker]] : []));
  await sql`
    insert into thing_makers select (one ->> 0)::bigint, one ->> 1
    from json_array_elements(${JSON.stringify(makers)}) one`.execute(ctx.db);
  return rows.map((_, at) => at + 1);
}
