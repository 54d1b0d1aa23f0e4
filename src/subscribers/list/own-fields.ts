import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Choice, ListField } from '../../kernel/list/field.ts';
import { subscriberKinds, subscriberStatuses } from '../api/kinds.ts';

/** Columns that stand in the subscriber's own row. */
export const ownFields: readonly ListField[] = [
  { key: 'id', type: 'id', value: 's.id', isRequired: true, index: 'subscribers_pkey' },
  {
    key: 'name',
    type: 'text',
    value: 's.display_name',
    isRequired: true,
    isGroupable: false,
    index: 'subscribers_name',
  },
  {
    key: 'kind',
    type: 'choice',
    value: 's.kind',
    isRequired: true,
    choices: subscriberKinds,
  },
  {
    key: 'status',
    type: 'choice',
    value: 's.status',
    isRequired: true,
    choices: subscriberStatuses,
    index: 'subscribers_status',
  },
  { key: 'customerSince', type: 'date', value: 's.customer_since', index: 'subscribers_since' },
  { key: 'leftOn', type: 'date', value: 's.left_on' },
  { key: 'birthOn', type: 'date', value: 's.birth_on' },
  { key: 'taxNumber', type: 'text', value: 's.tax_number' },
  { key: 'externalId', type: 'text', value: 's.external_id' },
  { key: 'note', type: 'text', value: 's.note', isSortable: false },
  {
    key: 'ownerStaffId',
    type: 'choice',
    value: 's.owner_staff_id',
    sqlType: 'bigint',
    choices: (ctx) => named(ctx, 'staff', 'disabled_at'),
  },
  {
    key: 'teamId',
    type: 'choice',
    value: 's.team_id',
    sqlType: 'bigint',
    choices: (ctx) => named(ctx, 'teams', 'archived_at'),
  },
  {
    key: 'createdAt',
    type: 'instant',
    value: 's.created_at',
    isRequired: true,
    index: 'subscribers_created',
  },
  { key: 'updatedAt', type: 'instant', value: 's.updated_at', isRequired: true },
];

/** People or teams to choose from: those at work first. */
async function named(ctx: Ctx, table: 'staff' | 'teams', gone: string): Promise<Choice[]> {
  const { rows } = await sql<{ id: number; name: string }>`
    select id, name from ${sql.table(table)}
    order by ${sql.ref(gone)} is not null, name, id`.execute(ctx.db);
  return rows.map(({ id, name }) => ({ value: String(id), label: name }));
}
