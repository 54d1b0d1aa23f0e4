import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../kernel/context.ts';
import type { Ticket } from './api/open.ts';
import { tellMoney } from './billing/told-money.ts';

type Past = z.input<typeof Ticket>['history'][number];

/** So many steps are shown with a ticket; those before them are asked for. */
const MOST_AT_ONCE = 1000;

type Of = { id: number; openedAt: Date; ownSubscriberId: number | null; isHidden: boolean };
type Page = { history: Past[]; hasEarlier: boolean };

/**
 * Of the journal the newest steps, the earliest of them first: every change of every field with
 * what it was before, by whom and when. What a base has brought along stands under the subscriber
 * whom it was about.
 * @param page.before only steps older than this one
 */
export async function historyOf(
  ctx: Ctx,
  ticket: Of,
  { before = Number.MAX_SAFE_INTEGER, limit = MOST_AT_ONCE } = {},
): Promise<Page> {
  const { id, openedAt, ownSubscriberId } = ticket;
  const isOfThis = sql`e.subject_kind = 'ticket' and e.subject_id = ${id} and e.id < ${before}`;
  // events_subject (subject_kind, subject_id, id desc), events_timeline (subscriber_id, …), of the
  // months since; personal_history_pkey
  const { rows } = await sql<Past>`
    select e.id, e.type, e.occurred_at as at, s.name as actor,
           e.actor_staff_id, e.facts, h.details
    from  (select e.id, e.type, e.occurred_at, e.actor_staff_id, e.facts
           from   events e
           where  ${isOfThis} and (e.subscriber_id is null or e.transaction_id is not null)
           and    e.recorded_at >= ${openedAt}
           union all
           select e.id, e.type, e.occurred_at, e.actor_staff_id, e.facts
           from   events e
           where  e.subscriber_id = ${ownSubscriberId} and ${isOfThis}
           and    e.transaction_id is null and e.occurred_at >= ${openedAt}) e
    left   join personal_history h on h.event_id = e.id
    left   join staff s on s.id = e.actor_staff_id
    order  by e.id desc
    limit  ${limit + 1}`.execute(ctx.db);
  const shown = rows.slice(0, limit).toReversed();
  return {
    history: await tellMoney(ctx, shown, ticket.isHidden),
    hasEarlier: rows.length > limit,
  };
}

/** Fields of the history that hold an id, and where its name stands. */
const namedBy = {
  ownerStaffId: 'staff',
  watcherIds: 'staff',
  teamId: 'teams',
  categoryId: 'ticket_categories',
  ruleId: 'ticket_rules',
  recurrenceId: 'ticket_recurrences',
} as const;

const nameOf = {
  staff: 'staff',
  teams: 'team',
  ticket_categories: 'category',
  ticket_rules: 'rule',
  ticket_recurrences: 'recurrence',
} as const;

type Table = keyof typeof nameOf;
type Side = Readonly<Record<string, unknown>>;

/** Names behind the ids that a history speaks of: `staff 7` is who that is. */
export function namesIn(ctx: Ctx, history: readonly Past[]): Promise<Record<string, string>> {
  const sides = history.flatMap(({ facts }) => [facts['before'], facts['after'], facts['cause']]);
  return namesOfIds(ctx, sides as (Side | undefined)[]);
}

/** Names behind the ids in fields, as far as they hold some. */
export async function namesOfIds(
  ctx: Ctx,
  sides: readonly (Side | undefined)[],
): Promise<Record<string, string>> {
  const asked = new Map<Table, Set<number>>();
  for (const side of sides) {
    for (const [field, table] of Object.entries(namedBy)) {
      const ids = [side?.[field]].flat().filter((one) => typeof one === 'number');
      asked.set(table, new Set([...(asked.get(table) ?? []), ...ids]));
    }
  }
  const found = await Promise.all([...asked].map(([table, ids]) => read(ctx, table, [...ids])));
  return Object.fromEntries(found.flat());
}

async function read(
  ctx: Ctx,
  table: Table,
  ids: readonly number[],
): Promise<(readonly [string, string])[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: number; name: string }>`
    select id, name from ${sql.table(table)} where id = any(${[...ids]}::bigint[])`.execute(ctx.db);
  return rows.map(({ id, name }) => [`${nameOf[table]} ${id}`, name] as const);
}
