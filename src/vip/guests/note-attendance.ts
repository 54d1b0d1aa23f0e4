import type { Ctx } from '../../kernel/context.ts';
import { fail, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import type { At } from '../events/lock-event.ts';
import { lockGuest, writeGuest } from './lock-guest.ts';

/** Says whether somebody came, from the day itself on; whoever comes without an answer came too. */
export async function noteAttendance(
  ctx: Ctx,
  { hasCome, ...at }: At & { hasCome: boolean },
): Promise<Result<At>> {
  const locked = await lockGuest(ctx, at);
  if (!locked.ok) return locked;
  const guest = locked.value;
  if (guest.state === 'withdrawn') return fail('vip.no_such_guest');
  if (today(ctx) < guest.event.on) return fail('vip.event_not_yet');
  if (guest.prize !== null) return fail('vip.prize_handed');
  const type = hasCome ? 'vip.guest_came' : 'vip.guest_missed';
  return writeGuest(ctx, guest, { hasCome }, { type });
}
