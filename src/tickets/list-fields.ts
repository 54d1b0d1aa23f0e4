import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import type { Choice, ListField } from '../kernel/list/field.ts';
import { labelField } from '../work/index.ts';
import { priorities, ticketStates } from './api/states.ts';

export const joins = {
  subscriber: `
  left join subscribers own on own.id = t.subscriber_id
  left join subscribers who on who.id = own.root_id`,
  account: 'left join accounts acc on acc.id = t.account_id',
};

/** Columns of the list of tickets. A new column of the table stands in `rules/as-of.ts` too. */
export const fields: readonly ListField[] = [
  { key: 'id', type: 'id', value: 't.id', isRequired: true, index: 'tickets_pkey' },
  { key: 'subject', type: 'text', value: 't.subject', isRequired: true, isSortable: false },
  {
    key: 'subscriber',
    type: 'text',
    value: 'who.display_name',
    joins: ['subscriber'],
    isSortable: false,
    isGroupable: false,
  },
  { key: 'account', type: 'text', value: 'acc.number', joins: ['account'], isSortable: false },
  {
    key: 'categoryId',
    type: 'choice',
    value: 't.category_id',
    sqlType: 'bigint',
    isRequired: true,
    choices: (ctx) => named(ctx, 'ticket_categories', 'archived_at'),
    index: 'tickets_category',
  },
  {
    key: 'priority',
    type: 'choice',
    value: 't.priority',
    isRequired: true,
    choices: priorities,
    index: 'tickets_priority',
  },
  {
    key: 'state',
    type: 'choice',
    value: 't.state',
    isRequired: true,
    choices: ticketStates,
    index: 'tickets_state',
  },
  labelField('tickets', 't.id'),
  { key: 'dueAt', type: 'instant', value: 't.due_at', index: 'tickets_due' },
  { key: 'escalatedAt', type: 'instant', value: 't.escalated_at' },
  { key: 'waitsUntil', type: 'instant', value: 't.waits_until' },
  {
    key: 'ownerStaffId',
    type: 'choice',
    value: 't.owner_staff_id',
    sqlType: 'bigint',
    choices: (ctx) => named(ctx, 'staff', 'disabled_at'),
    index: 'tickets_owner',
  },
  {
    key: 'teamId',
    type: 'choice',
    value: 't.team_id',
    sqlType: 'bigint',
    choices: (ctx) => named(ctx, 'teams', 'archived_at'),
    index: 'tickets_team',
  },
  {
    key: 'openedAt',
    type: 'instant',
    value: 't.opened_at',
    isRequired: true,
    index: 'tickets_opened',
  },
  { key: 'closedAt', type: 'instant', value: 't.closed_at' },
  { key: 'externalNumber', type: 'text', value: 't.external_number', isSortable: false },
  { key: 'updatedAt', type: 'instant', value: 't.updated_at', isRequired: true },
];

/** What to choose from, by name: that in use first. */
async function named(
  ctx: Ctx,
  table: 'staff' | 'teams' | 'ticket_categories',
  gone: string,
): Promise<Choice[]> {
  const { rows } = await sql<{ id: number; name: string }>`
    select id, name from ${sql.table(table)}
    order by ${sql.ref(gone)} is not null, name, id`.execute(ctx.db);
  return rows.map(({ id, name }) => ({ value: String(id), label: name }));
}
