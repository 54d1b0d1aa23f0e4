import { type RawBuilder, sql } from 'kysely';
import type { Condition } from '../../kernel/conditions/condition.ts';
import { testsOf } from '../../kernel/conditions/condition.ts';
import type { Ctx } from '../../kernel/context.ts';
import { openFields } from '../../kernel/list/open-fields.ts';
import { sourceOf } from '../../kernel/list/source.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { ticketList } from '../list-tickets.ts';
import type { Values } from '../record/values.ts';
import type { PastMoment } from './past-moments.ts';
import { asRule } from './rule-rows.ts';

/** A ticket as it was at a moment that a rule would have acted at. */
export type PastTicket = Values & { id: number; at: Date; isVisible: boolean };

/** Columns that the history keeps, and how each is read from it. */
const kept: Readonly<Record<string, [column: string, type: string]>> = {
  categoryId: ['category_id', 'bigint'],
  subject: ['subject', 'text'],
  priority: ['priority', 'text'],
  state: ['state', 'text'],
  waitsUntil: ['waits_until', 'timestamptz'],
  ownerStaffId: ['owner_staff_id', 'bigint'],
  teamId: ['team_id', 'bigint'],
  subscriberId: ['subscriber_id', 'bigint'],
  accountId: ['account_id', 'bigint'],
};

/** What follows from those, and from the moment itself. */
const derived = ['id', 'subscriber', 'account', 'openedAt', 'updatedAt'];

/** Fields of a condition that the history does not keep; they are taken as they are now. */
export function takenAsNow(condition: Condition | null): string[] {
  const asked = condition ? testsOf(condition).map(({ field }) => field) : [];
  const known = new Set([...Object.keys(kept), ...derived]);
  return [...new Set(asked)].filter((key) => !known.has(key) && !key.startsWith('attributes.'));
}

/** What a ticket's fields were before all that was changed since, over what they are now. */
const columns = Object.entries(kept).map(
  ([key, [column, type]]) => sql`
    case when was.sides ? ${sql.lit(key)} then (was.sides ->> ${sql.lit(key)})::${sql.raw(type)}
         else t.${sql.raw(column)} end as ${sql.raw(column)}`,
);

const attributes = sql`
  (t.attributes || coalesce((
     select jsonb_object_agg(substr(k.key, 12), k.value) from jsonb_each(was.sides) k
     where  k.key like 'attributes.%' and k.value <> 'null'), '{}'))
  - coalesce((select array_agg(substr(k.key, 12)) from jsonb_each(was.sides) k
              where  k.key like 'attributes.%' and k.value = 'null'), '{}')`;

/**
 * Tickets as they were at these moments: of each field, what it was before the first change since.
 * Words that an erasure has taken are as they are now.
 */
const past = (moments: readonly PastMoment[], since: Date): RawBuilder<unknown> => sql`
  past as materialized (
    select t.id, m.at, m.event_id, ${sql.join(columns)}, ${attributes} as attributes,
           t.description, t.service_address_id, t.opened_at, m.at as updated_at, t.closed_at,
           t.due_at, t.escalate_at, t.escalated_at, t.version, t.created_by, t.created_at,
           t.state_since, t.merged_into_id, t.root_id, t.external_number, t.import_id
    from   jsonb_to_recordset(${JSON.stringify(moments)}::jsonb) as m (
             "ticketId" bigint, at timestamptz, "eventId" bigint, event_id bigint)
    join   tickets t on t.id = m."ticketId"
    cross  join lateral (
      select coalesce(jsonb_object_agg(d.key, d.value), '{}') as sides
      from  (select distinct on (b.key) b.key, b.value
             from   events e
             left   join personal_history h on h.event_id = e.id
             cross  join lateral jsonb_each(
                      coalesce(e.facts -> 'before', '{}')
                      || coalesce(h.details -> 'before', '{}')) b
             where  e.subject_kind = 'ticket' and e.subject_id = t.id
             and    (e.subscriber_id is null or e.transaction_id is not null)
             and    e.type in ('tickets.changed', 'tickets.closed', 'tickets.reopened')
             and    e.recorded_at >= ${since}
             and    case when m."eventId" is null then e.recorded_at > m.at
                         else e.id > m."eventId" end
             order  by b.key, e.id) d) was)`;

/** Those of the moments at which a ticket met the condition, as it was then; the newest first. */
export async function metThen(
  ctx: Ctx,
  condition: Condition | null,
  moments: readonly PastMoment[],
  { since, isVisible }: { since: Date; isVisible: RawBuilder<unknown> },
): Promise<Result<PastTicket[]>> {
  const system = asRule(ctx);
  const open = await openFields(system, { ...ticketList, table: 'past', only: 'true' });
  const source = sourceOf(system, open, condition ?? undefined, []);
  if (!source.ok) return source;
  // events_subject (subject_kind, subject_id, id desc), tickets_pkey, personal_history_pkey
  const { rows } = await sql<PastTicket>`
    with   ${past(moments, since)}
    select t.id, t.at, t.category_id, t.subject, '' as description, t.priority, t.state,
           t.waits_until, t.owner_staff_id, t.team_id, t.subscriber_id, t.account_id,
           t.service_address_id, t.attributes, coalesce(${isVisible}, false) as is_visible
    from   ${source.value.from}
    where  ${source.value.where}
    order  by t.at desc, t.event_id desc, t.id desc`.execute(ctx.db);
  return ok(rows);
}
