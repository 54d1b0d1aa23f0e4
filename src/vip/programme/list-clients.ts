import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { defineList } from '../../kernel/list/entity.ts';
import type { Choice, ListField } from '../../kernel/list/field.ts';
import { listed } from '../api/list.ts';
import { clientStates, tempers, tiers } from '../kinds.ts';
import { access } from '../reach.ts';

const money = (key: string, column: string): ListField => ({
  key,
  type: 'money',
  value: `v.${column}`,
  isRequired: true,
  isSortable: false,
});

const day = (key: string, column: string): ListField => ({
  key,
  type: 'date',
  value: `v.${column}`,
  isSortable: false,
});

const fields: readonly ListField[] = [
  { key: 'name', type: 'text', value: 's.display_name', isRequired: true, isSortable: false },
  { key: 'id', type: 'id', value: 'v.id', isRequired: true, index: 'vip_clients_pkey' },
  {
    key: 'state',
    type: 'choice',
    value: 'v.state',
    isRequired: true,
    choices: [...clientStates],
    index: 'vip_clients_state',
  },
  { key: 'tier', type: 'choice', value: 'v.tier', choices: [...tiers], isSortable: false },
  { key: 'isCorporate', type: 'boolean', value: 'v.is_corporate', isRequired: true },
  money('numberMinor', 'number_minor'),
  money('accountMinor', 'account_minor'),
  money('totalMinor', 'total_minor'),
  {
    key: 'lines',
    type: 'number',
    value: 'v.lines',
    isRequired: true,
    isSortable: false,
  },
  day('withUsSince', 'with_us_since'),
  day('carefulSince', 'careful_since'),
  day('dropsOn', 'drops_on'),
  {
    key: 'actingId',
    type: 'choice',
    value: 'v.acting_id',
    sqlType: 'bigint',
    choices: leadersOf,
    index: 'vip_clients_acting',
  },
  { key: 'temper', type: 'choice', value: 'v.temper', choices: [...tempers], isSortable: false },
];

/** Personal managers and who stands in for them, by name. */
async function leadersOf(ctx: Ctx): Promise<Choice[]> {
  const { rows } = await sql<{ id: number; name: string }>`
    select s.id, s.name from staff s
    where  exists (select from vip_managers g where s.id in (g.staff_id, g.deputy_id))
    order  by s.name, s.id`.execute(ctx.db);
  return rows.map(({ id, name }) => ({ value: String(id), label: name }));
}

/** Members, candidates, former ones and corporate clients: a row a subscriber. */
export const clientList = defineList({
  ...listed,
  domain: 'vip',
  table: 'vip_clients',
  alias: 'v',
  always: 'join subscribers s on s.id = v.id',
  only: 's.erased_at is null',
  access,
  fields,
  veil: { subscriberId: 'v.id', isPersonal: ({ key }) => key === 'name' },
  events: { listed: 'vip.clients_listed', exported: 'vip.clients_exported' },
});
