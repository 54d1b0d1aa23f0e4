import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import type { eventsApi } from '../api/events.ts';
import { type At, hasHanded, lockLed, writeEvent } from './lock-event.ts';

type Input = z.output<(typeof eventsApi)['PUT /api/vip-events/{id}/results']['input']>;
type Places = ReadonlyMap<number, number | null>;

/**
 * Says what places teams took: of it follow who takes a cup and who is consoled. What was said
 * before is changed with a reason, and not while prizes given by it are in somebody's hands.
 */
export async function noteResults(ctx: Ctx, { places, reason, ...at }: Input): Promise<Result<At>> {
  const locked = await lockLed(ctx, at);
  if (!locked.ok) return locked;
  const event = locked.value;
  if (!event.isContest) return fail('vip.no_contest');
  if (event.isCancelled) return fail('vip.event_over');
  if (today(ctx) < event.on) return fail('vip.event_not_yet');
  const before = await placesOf(ctx, at.id);
  const wanted = new Map(places.map(({ teamId, place }) => [teamId, place]));
  if (places.some(({ teamId }) => !before.has(teamId))) return fail('vip.no_such_team');
  const isChange = [...wanted].some(([teamId, place]) => before.get(teamId) !== place);
  const wasSaid = [...before.values()].some((place) => place !== null);
  if (isChange && wasSaid && reason === '') {
    return fail('vip.reason_needed', {}, { reason: 'vip.reason_needed' });
  }
  if (isChange && (await hasHanded(ctx, at.id))) return fail('vip.prize_handed');
  // vip_event_teams_pkey
  await sql`
    update vip_event_teams t set place = p.place, version = t.version + 1
    from   unnest(${[...wanted.keys()]}::bigint[], ${[...wanted.values()]}::smallint[])
             as p (id, place)
    where  t.id = p.id and t.event_id = ${at.id}
    and    t.place is distinct from p.place`.execute(ctx.db);
  return writeEvent(ctx, event, {}, { type: 'vip.event_results', note: reason });
}

async function placesOf(ctx: Ctx, eventId: number): Promise<Places> {
  const rows = await ctx.db
    .selectFrom('vipEventTeams')
    .select(['id', 'place'])
    .where('eventId', '=', eventId)
    .execute();
  return new Map(rows.map(({ id, place }) => [id, place]));
}
