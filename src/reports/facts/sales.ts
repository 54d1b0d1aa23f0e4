import { sql } from 'kysely';
import { dayOf, endOfDays, measuresOf, within } from './pieces.ts';
import type { FactSource } from './source.ts';

/** Deals that were won, by the day they were, with what they bring a month. */
export const sales: FactSource = {
  key: 'sale',
  table: 'deals',
  // deals_pkey
  find: (ctx, portion) => sql`
    select 'sale', d.id, 0, ${dayOf(ctx, 'd.closed_at')}, d.subscriber_id,
           ${measuresOf({ sales: sql`true` })}, d.monthly_minor,
           jsonb_build_object('source', coalesce(d.source_id::text, ''),
                              'agent', coalesce(d.owner_staff_id::text, ''),
                              'district', coalesce(b.district, ''))
    from   deals d left join buildings b on b.id = d.building_id
    where  ${within(portion, 'd.id')} and d.state = 'won'
    and    d.closed_at < ${endOfDays(ctx, portion)}`,
};
