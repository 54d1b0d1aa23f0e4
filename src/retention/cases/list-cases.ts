import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { defineList } from '../../kernel/list/entity.ts';
import type { Choice, ListField } from '../../kernel/list/field.ts';
import { listed } from '../api/list.ts';
import { access } from '../reach.ts';
import { caseSources, caseStandings, caseStates, outcomes } from './states.ts';
import { leavesOn } from './leaves-on.ts';

type Table = 'staff' | 'teams' | 'leaving_reasons';

const choice = (key: string, column: string, table: Table, index: string): ListField => ({
  key,
  type: 'choice',
  value: `c.${column}`,
  sqlType: 'bigint',
  choices: (ctx: Ctx) => namesOf(ctx, table),
  index,
});

const instant = (key: string, column: string, more: Partial<ListField> = {}): ListField => ({
  key,
  type: 'instant',
  value: `c.${column}`,
  ...more,
});

const fields: readonly ListField[] = [
  { key: 'id', type: 'id', value: 'c.id', isRequired: true, index: 'retention_cases_pkey' },
  { key: 'name', type: 'text', value: 'who.display_name', isRequired: true, isSortable: false },
  {
    key: 'state',
    type: 'choice',
    value: 'c.state',
    isRequired: true,
    choices: caseStates,
    index: 'retention_cases_state',
  },
  { key: 'source', type: 'choice', value: 'c.source', isRequired: true, choices: caseSources },
  { key: 'outcome', type: 'choice', value: 'c.outcome', choices: outcomes },
  // How it stands, in one word: what became of it, or how it goes.
  {
    key: 'standing',
    type: 'choice',
    value: `case when c.state = 'closed' then c.outcome
                 when ${leavesOn} is not null then 'leaving' else 'open' end`,
    isRequired: true,
    choices: caseStandings,
    isSortable: false,
  },
  { key: 'leavesOn', type: 'date', value: leavesOn, isSortable: false },
  choice('reasonId', 'reason_id', 'leaving_reasons', 'retention_cases_reason'),
  choice('ownerStaffId', 'owner_staff_id', 'staff', 'retention_cases_owner'),
  choice('teamId', 'team_id', 'teams', 'retention_cases_team'),
  // What is closed, or was spoken of, has no term any more.
  instant('dueAt', 'due_at', {
    value: "case when c.state = 'open' and c.spoken_at is null then c.due_at end",
  }),
  instant('noticeDueAt', 'notice_due_at', { index: 'retention_cases_notice_due' }),
  instant('callAt', 'call_at'),
  instant('spokenAt', 'spoken_at'),
  instant('openedAt', 'opened_at', { isRequired: true, index: 'retention_cases_opened' }),
  instant('closedAt', 'closed_at', { index: 'retention_cases_closed' }),
  { key: 'isAngry', type: 'boolean', value: 'c.is_angry', isRequired: true },
  { key: 'isRepeated', type: 'boolean', value: 'c.is_repeated', isRequired: true },
];

/** What to choose from, by name: what is in use first. */
async function namesOf(ctx: Ctx, table: Table): Promise<Choice[]> {
  const query =
    table === 'staff'
      ? sql<{ id: number; name: string }>`
          select id, name from staff order by disabled_at is not null, name, id`
      : table === 'teams'
        ? sql<{ id: number; name: string }>`
            select id, name from teams order by archived_at is not null, name, id`
        : sql<{ id: number; name: string }>`
            select r.id, g.name || ' · ' || r.name as name
            from   leaving_reasons r join leaving_reasons g on g.id = r.parent_id
            order  by g.position, r.position, r.id`;
  const { rows } = await query.execute(ctx.db);
  return rows.map(({ id, name }) => ({ value: String(id), label: name }));
}

/** The list of cases. Later domains add their columns through `listExtensions`. */
export const caseList = defineList({
  ...listed,
  domain: 'retention',
  table: 'retention_cases',
  alias: 'c',
  always: `join subscribers own on own.id = c.subscriber_id
           join subscribers who on who.id = own.root_id`,
  access,
  fields,
  veil: { subscriberId: 'c.subscriber_id', isPersonal: ({ key }) => key === 'name' },
  events: { listed: 'retention.cases_listed', exported: 'retention.cases_exported' },
});
