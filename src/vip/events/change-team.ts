import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { nameTaken } from '../name-taken.ts';
import { takenOf } from './seats.ts';
import { type At, lockLed, type StoredEvent, tellEvent } from './lock-event.ts';

type Team = At & { name: string; seats: number; event: StoredEvent };

/** A team of an event that one leads; the event is locked first, so nobody is seated meanwhile. */
async function lockTeam(ctx: Ctx, id: number): Promise<Result<Team>> {
  // vip_event_teams_pkey
  const { rows } = await sql<{ eventId: number }>`
    select event_id from vip_event_teams where id = ${id}`.execute(ctx.db);
  const [of] = rows;
  if (!of) return fail('vip.no_such_team');
  const locked = await lockLed(ctx, { id: of.eventId });
  if (!locked.ok) return locked;
  const team = await ctx.db
    .selectFrom('vipEventTeams')
    .select(['id', 'version', 'name', 'seats'])
    .where('id', '=', id)
    .executeTakeFirst();
  return team ? ok({ ...team, event: locked.value }) : fail('vip.no_such_team');
}

/** Renames a team, or changes how many it seats: never fewer than sit there. */
export async function changeTeam(
  ctx: Ctx,
  { id, version, name, seats }: At & { name: string; seats: number },
): Promise<Result<At>> {
  const locked = await lockTeam(ctx, id);
  if (!locked.ok) return locked;
  const { event, ...team } = locked.value;
  if (team.version !== version) return fail('vip.changed_meanwhile');
  if ((await takenOf(ctx, id)) > seats) return fail('vip.seats_taken');
  const other = await ctx.db
    .selectFrom('vipEventTeams')
    .select('id')
    .where('eventId', '=', event.id)
    .where('name', '=', name)
    .where('id', '<>', id)
    .executeTakeFirst();
  if (other) return nameTaken();
  await ctx.db
    .updateTable('vipEventTeams')
    .set({ name, seats, version: version + 1 })
    .where('id', '=', id)
    .execute();
  const facts = { team: name, seats };
  await tellEvent(ctx, event, { type: 'vip.event_team_changed', facts });
  return ok({ id, version: version + 1 });
}

/** Lets a team go in which nobody is. */
export async function removeTeam(ctx: Ctx, { id }: { id: number }): Promise<Result<Done>> {
  const locked = await lockTeam(ctx, id);
  if (!locked.ok) return locked;
  const { event, name } = locked.value;
  if ((await takenOf(ctx, id)) > 0) return fail('vip.seats_taken');
  await ctx.db.deleteFrom('vipEventTeams').where('id', '=', id).execute();
  const facts = { team: name };
  await tellEvent(ctx, event, { type: 'vip.event_team_removed', facts });
  return ok({});
}
