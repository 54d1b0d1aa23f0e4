import type { Ctx } from '../../kernel/context.ts';
import { fail, type Result } from '../../kernel/result.ts';
import { takenOf } from '../events/seats.ts';
import type { At } from '../events/lock-event.ts';
import { lockGuest, writeGuest } from './lock-guest.ts';

/** Whether a team has room for a guest with so many others, beside everybody else who is there. */
export async function hasSeats(
  ctx: Ctx,
  teamId: number,
  guestId: number,
  companions: number,
): Promise<boolean> {
  const team = await ctx.db
    .selectFrom('vipEventTeams')
    .select('seats')
    .where('id', '=', teamId)
    .executeTakeFirst();
  return (await takenOf(ctx, teamId, guestId)) + 1 + companions <= (team?.seats ?? 0);
}

/**
 * Gives a guest who comes a place at a table or in a team, with those they bring. The event is
 * locked, so two who are seated at once do not take the same seats.
 */
export async function seatGuest(
  ctx: Ctx,
  { teamId, ...at }: At & { teamId: number | null },
): Promise<Result<At>> {
  const locked = await lockGuest(ctx, at);
  if (!locked.ok) return locked;
  const guest = locked.value;
  if (!guest.isLed) return fail('vip.not_in_charge');
  if (guest.state !== 'accepted') return fail('vip.not_accepted');
  if (guest.prize !== null) return fail('vip.prize_handed');
  if (teamId !== null) {
    const team = await ctx.db
      .selectFrom('vipEventTeams')
      .select('name')
      .where('id', '=', teamId)
      .where('eventId', '=', guest.event.id)
      .executeTakeFirst();
    if (!team) return fail('vip.no_such_team', {}, { teamId: 'vip.no_such_team' });
    if (!(await hasSeats(ctx, teamId, guest.id, guest.companions))) {
      return fail('vip.seats_taken', {}, { teamId: 'vip.seats_taken' });
    }
  }
  return writeGuest(ctx, guest, { teamId }, { type: 'vip.guest_seated' });
}
