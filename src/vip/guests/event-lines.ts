import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { textsIn } from '../../kernel/i18n/texts.ts';
import { daysAfter, today } from '../../subscribers/index.ts';
import type { SheetLine } from '../slots.ts';
import { isLost, prizeDue } from './guest-rows.ts';

/** So far ahead whoever comes is reminded; so long after, prizes are handed over. */
const [AHEAD_DAYS, AFTER_DAYS] = [7, 30];

/**
 * Of events to come: whom to invite by hand, whose answer is outstanding, who comes within days,
 * who is to hear that it was called off; of events that were: what is still to be handed over. The
 * key ends with which of them it is.
 */
export async function eventLines(ctx: Ctx, ids: readonly number[]): Promise<SheetLine[]> {
  const day = today(ctx);
  // subscribers_root (root_id), vip_event_guests_subscriber (subscriber_id), vip_events_pkey
  const { rows } = await sql<SheetLine & { what: string; name: string }>`
    with guest as (
      select m.root_id, e.id, e."on", e.name,
             case when e.cancelled_at is not null
                  then case when e."on" >= ${day}::date and g.state in ('invited', 'accepted')
                             and g.told_at is not null and not ${isLost} then 'off' end
                  when e."on" < ${day}::date
                  then case when g.handed_at is null and ${prizeDue} is not null
                       then 'prize' end
                  when g.state = 'invited' and (g.told_at is null or ${isLost})
                  then case when g.way = 'hand' or ${isLost} then 'invite' end
                  when g.state = 'invited' then 'answer'
                  when g.state = 'accepted' and e."on" <= ${daysAfter(day, AHEAD_DAYS)}::date
                  then 'soon' end as what
      from   subscribers m
      join   vip_event_guests g on g.subscriber_id = m.id
      join   vip_events e on e.id = g.event_id
      where  m.root_id = any(${ids}::bigint[])
      and    e."on" >= ${daysAfter(day, -AFTER_DAYS)}::date)
    select root_id as subscriber_id, 'event' as kind, 'event:' || id || ':' || what as key,
           "on", what, name, '/vip/events/' || id as path
    from   guest where what is not null
    order  by "on", id`.execute(ctx.db);
  const { t } = textsIn(ctx.language);
  return rows.map(({ what, name, ...line }) => ({
    ...line,
    words: `${name} · ${t(`vip:eventLines.${what}`)}`,
  }));
}
