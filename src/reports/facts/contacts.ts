import { sql } from 'kysely';
import { isContact, standing } from '../../conversations/index.ts';
import { dayOf, endOfDays, homeOf, measuresOf, within } from './pieces.ts';
import type { FactSource } from './source.ts';

/** Within so many days the same person comes again with the same thing. */
const AGAIN_DAYS = 7;

/**
 * Contacts by the day they came. The norm of the first touch stands as on its own report; by whom
 * it was touched, it is told. Whether somebody comes again is known of people we know.
 */
export const contacts: FactSource = {
  key: 'contact',
  table: 'conversations',
  find: (ctx, portion) => {
    const isKept = standing(ctx, 'within');
    const isBroken = sql`(${standing(ctx, 'late')} or ${standing(ctx, 'overdue')})`;
    // conversations_pkey, conversation_splits_into_id_key
    return sql`
      with own as materialized (
        select c.*, s.root_id as person_id, ${isKept} as is_kept, ${isBroken} as is_broken,
               s.root_id is not null and ${isAsked('c')} as is_known
        from   conversations c
        left   join subscribers s on s.id = c.subscriber_id
        where  ${within(portion, 'c.id')} and c.opened_at < ${endOfDays(ctx, portion)}
        and    ${isContact})
      select 'contact', o.id, 0, ${dayOf(ctx, 'o.opened_at')}, o.subscriber_id,
             ${measuresOf({
               contacts: sql`true`,
               touch_decided: sql`o.is_kept or o.is_broken`,
               touch_kept: sql`o.is_kept`,
               contacts_known: sql`o.is_known`,
               contacts_again: sql`o.is_known and met.is_again`,
               contacts_first: sql`o.is_known and not met.is_again and t.is_over`,
               contacts_solved: sql`o.is_known and not met.is_again and t.is_over
                                    and o.touched_at is not null and o.state = 'closed'
                                    and not met.is_back`,
             })}, 0,
             jsonb_build_object('channel', o.channel,
                                'agent', coalesce(o.touched_by::text, ''),
                                'district', coalesce(home.district, ''))
      from   own o
      ${homeOf('o.person_id')}
      cross  join lateral (
        select o.opened_at + ${DAYS} < ${endOfDays(ctx, portion)} as is_over) t
      cross  join lateral (
        select coalesce(bool_or((x.opened_at, x.id) < (o.opened_at, o.id)), false) as is_again,
               coalesce(bool_or((x.opened_at, x.id) > (o.opened_at, o.id)), false) as is_back
        from   subscribers k
        join   conversations x on x.subscriber_id = k.id
        where  o.is_known and k.root_id = o.person_id and x.id <> o.id and ${isAsked('x')}
        and    x.opened_at between o.opened_at - ${DAYS} and o.opened_at + ${DAYS}
        and    x.opened_at < ${endOfDays(ctx, portion)} and ${isSameThing}) met`;
  },
};

const DAYS = sql`${sql.lit(AGAIN_DAYS)} * interval '1 day'`;

/** Somebody asked for something: not rubbish, and not what was joined to another contact. */
const isAsked = (row: string) => sql`(
  ${sql.ref(`${row}.merged_into_id`)} is null
  and coalesce(${sql.ref(`${row}.closed_outcome`)}, '') not in ('not_a_request', 'wrong_number'))`;

/**
 * Tickets of two contacts tell that they were about two things; of a contact without one nobody
 * knows, and it counts as the same. ticket_conversations_other, tickets_pkey
 */
const isSameThing = sql`not (
  exists (select from ticket_conversations y where y.conversation_id = o.id)
  and exists (select from ticket_conversations y where y.conversation_id = x.id)
  and not exists (
    select from ticket_conversations y
    join   tickets p on p.id = y.ticket_id
    join   tickets q on q.category_id = p.category_id
    join   ticket_conversations z on z.ticket_id = q.id and z.conversation_id = x.id
    where  y.conversation_id = o.id))`;
