import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { nameTaken } from '../name-taken.ts';
import { type At, lockLed, tellEvent } from './lock-event.ts';

/** Adds a team of a contest, or a table. */
export async function addTeam(
  ctx: Ctx,
  { id, name, seats }: { id: number; name: string; seats: number },
): Promise<Result<At>> {
  const locked = await lockLed(ctx, { id });
  if (!locked.ok) return locked;
  if (locked.value.isCancelled) return fail('vip.event_over');
  const made = await ctx.db
    .insertInto('vipEventTeams')
    .values({ eventId: id, name, seats })
    .onConflict((conflict) => conflict.columns(['eventId', 'name']).doNothing())
    .returning(['id', 'version'])
    .executeTakeFirst();
  if (!made) return nameTaken();
  const facts = { team: name, seats };
  await tellEvent(ctx, locked.value, { type: 'vip.event_team_added', facts });
  return ok(made);
}
