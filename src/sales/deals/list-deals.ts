import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { defineList } from '../../kernel/list/entity.ts';
import type { Choice, ListField } from '../../kernel/list/field.ts';
import { listed } from '../api/list.ts';
import { dealStates } from './states.ts';

/** Whose they are: hidden while the one on the line was not verified. */
const personal = new Set(['phone', 'email', 'address']);

const money = (key: string, column: string): ListField => ({
  key,
  type: 'money',
  value: `d.${column}`,
  currency: 'd.currency',
  isRequired: true,
});

const choice = (key: string, table: Table, index: string, more: Partial<ListField> = {}) =>
  ({
    key,
    type: 'choice',
    value: `d.${columns[key] ?? key}`,
    sqlType: 'bigint',
    choices: (ctx: Ctx) => named(ctx, table),
    index,
    ...more,
  }) satisfies ListField;

const columns: Record<string, string> = {
  pipelineId: 'pipeline_id',
  stageId: 'stage_id',
  sourceId: 'source_id',
  lostReasonId: 'lost_reason_id',
  ownerStaffId: 'owner_staff_id',
  teamId: 'team_id',
};

const fields: readonly ListField[] = [
  { key: 'id', type: 'id', value: 'd.id', isRequired: true, index: 'deals_pkey' },
  { key: 'name', type: 'text', value: 'd.name', isRequired: true, isSortable: false },
  { key: 'phone', type: 'phone', value: "nullif(d.phone, '')", isSortable: false },
  { key: 'email', type: 'text', value: "nullif(d.email, '')", isSortable: false },
  { key: 'address', type: 'text', value: "nullif(d.address, '')", isSortable: false },
  {
    key: 'state',
    type: 'choice',
    value: 'd.state',
    isRequired: true,
    choices: dealStates,
    index: 'deals_state',
  },
  choice('pipelineId', 'pipelines', 'deals_pipeline', { isRequired: true }),
  choice('stageId', 'pipeline_stages', 'deals_stage', { isRequired: true }),
  money('monthlyMinor', 'monthly_minor'),
  money('onceMinor', 'once_minor'),
  choice('sourceId', 'lead_sources', 'deals_source'),
  { key: 'campaign', type: 'text', value: "nullif(d.campaign, '')", isSortable: false },
  choice('ownerStaffId', 'staff', 'deals_owner'),
  choice('teamId', 'teams', 'deals_team'),
  { key: 'expectedOn', type: 'date', value: 'd.expected_on', index: 'deals_expected' },
  { key: 'nextAt', type: 'instant', value: 'd.next_at', index: 'deals_next' },
  // What is closed has no term any more.
  { key: 'dueAt', type: 'instant', value: "case when d.state = 'open' then d.due_at end" },
  { key: 'enteredStageAt', type: 'instant', value: 'd.entered_stage_at', isRequired: true },
  {
    key: 'openedAt',
    type: 'instant',
    value: 'd.opened_at',
    isRequired: true,
    index: 'deals_opened',
  },
  { key: 'closedAt', type: 'instant', value: 'd.closed_at', index: 'deals_closed' },
  {
    key: 'lostReasonId',
    type: 'choice',
    value: 'd.lost_reason_id',
    sqlType: 'bigint',
    choices: (ctx) => named(ctx, 'lost_reasons'),
  },
];

type Table = 'staff' | 'teams' | 'pipelines' | 'pipeline_stages' | 'lead_sources' | 'lost_reasons';

/** What stands first in a choice: what is in use, in the order of the settings. */
const orders: Record<Table, string> = {
  staff: 'disabled_at is not null, name, id',
  teams: 'archived_at is not null, name, id',
  pipelines: 'archived_at is not null, position, id',
  pipeline_stages: 'archived_at is not null, pipeline_id, position, id',
  lead_sources: 'archived_at is not null, position, id',
  lost_reasons: 'archived_at is not null, position, id',
};

/** What to choose from, by name. */
async function named(ctx: Ctx, table: Table): Promise<Choice[]> {
  const { rows } = await sql<{ id: number; name: string }>`
    select id, name from ${sql.table(table)} order by ${sql.raw(orders[table])}`.execute(ctx.db);
  return rows.map(({ id, name }) => ({ value: String(id), label: name }));
}

/** The list of deals. Later domains add their columns through `listExtensions`. */
export const dealList = defineList({
  ...listed,
  domain: 'sales',
  table: 'deals',
  alias: 'd',
  access: { owner: 'd.ownerStaffId', team: 'd.teamId' },
  fields,
  veil: { subscriberId: 'd.subscriber_id', isPersonal: ({ key }) => personal.has(key) },
  events: { listed: 'sales.deals_listed', exported: 'sales.deals_exported' },
});
