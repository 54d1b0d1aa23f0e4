import { sql } from 'kysely';
import { isCountedWish, isSaidWish } from '../../retention/index.ts';
import { dayOf, endOfDays, homeOf, measuresOf, within } from './pieces.ts';
import type { FactSource } from './source.ts';

/** Wishes to leave by the day they came, as the figures of the save desk count them. */
export const wishes: FactSource = {
  key: 'wish',
  table: 'retentionCases',
  // retention_cases_pkey, subscribers_root, retention_cases_subscriber
  find: (ctx, portion) => sql`
    select 'wish', c.id, 0, ${dayOf(ctx, 'c.opened_at')}, c.subscriber_id,
           ${measuresOf({
             wishes: sql`true`,
             wishes_known: sql`c.is_here_month is not null`,
             wishes_saved: sql`c.is_here_month`,
           })}, 0,
           jsonb_build_object('agent', coalesce(c.owner_staff_id::text, ''),
                              'reason', coalesce(r.parent_id::text, r.id::text, ''),
                              'district', coalesce(home.district, ''))
    from   retention_cases c
    join   subscribers s on s.id = c.subscriber_id
    left   join leaving_reasons r on r.id = c.reason_id
    ${homeOf('s.root_id')}
    where  ${within(portion, 'c.id')} and c.opened_at < ${endOfDays(ctx, portion)}
    and    ${isCountedWish} and ${isSaidWish}`,
};
