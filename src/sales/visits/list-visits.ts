import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { isVeiledOf, veiledNow } from '../../kernel/veil.ts';
import { addressText } from '../../subscribers/index.ts';
import type { visitsApi } from '../api/visits.ts';
import { reaches } from '../reach.ts';
import { countSeats } from './count-seats.ts';

type Route = (typeof visitsApi)['GET /api/visits'];
type Visits = z.input<Route['output']>;
type Place = Parameters<typeof addressText>[0];
type Row = Visits['visits'][number] & { place: Place | null; subscriberId: number | null };

/** Who is visited from a day on, and where. Whoever is veiled is known by the deal alone. */
export async function listVisits(
  ctx: Ctx,
  { on, days }: z.output<Route['input']>,
): Promise<Result<Visits>> {
  // visits_seat (on_day, slot_id, seat) where cancelled_at is null, deal_connections_live,
  // primary keys
  const { rows } = await sql<Row>`
    select v.id, v.deal_id, v.slot_id, v.on_day as "on", d.name, d.phone, d.address, t.district,
           t.from_minute, t.to_minute,
           s.name as booked_by, d.subscriber_id,
           exists (select from deal_connections j
                   where j.deal_id = d.id and j.undone_at is null) as is_done,
           case when b.id is not null then jsonb_build_object(
             'city', w.city, 'streetKind', w.kind, 'street', w.name, 'building', b.number,
             'flat', nullif(d.flat, ''), 'rawText', d.address) end as place
    from   visits v
    join   visit_slots t on t.id = v.slot_id
    join   deals d on d.id = v.deal_id
    left   join staff s on s.id = v.booked_by
    left   join buildings b on b.id = d.building_id
    left   join streets w on w.id = b.street_id
    where  v.on_day >= ${on} and v.on_day < ${on}::date + ${days}::integer
    and    v.cancelled_at is null and ${reaches(ctx, 'sales.work')}
    order  by v.on_day, t.from_minute, t.district, v.id`.execute(ctx.db);
  const veiled = await veiledNow(ctx);
  return ok({
    hours: await countSeats(ctx, on, days),
    visits: rows.map(({ place, subscriberId, ...visit }) =>
      isVeiledOf(veiled, subscriberId)
        ? { ...visit, phone: '', address: '' }
        : { ...visit, address: place ? addressText(place, ctx.language) : visit.address },
    ),
  });
}
