import { stopMessage } from '../../channels/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { fail, type Result } from '../../kernel/result.ts';
import type { At } from '../events/lock-event.ts';
import { lockGuest, type StoredGuest, writeGuest } from './lock-guest.ts';
import { hasSeats } from './seat-guest.ts';
import { wasToldOf } from './was-told.ts';

type Input = At & {
  answer: 'accepted' | 'declined';
  companions: number;
  companionNames: string;
  wishes: string;
};

/**
 * Notes what somebody answered, whom they bring and what they wish. Who declines gives the seat
 * back; whoever brings more needs seats for them where they sit already.
 */
export async function answerGuest(
  ctx: Ctx,
  { answer, companions, companionNames, wishes, ...at }: Input,
): Promise<Result<At>> {
  const locked = await lockGuest(ctx, at);
  if (!locked.ok) return locked;
  const guest = locked.value;
  if (guest.state === 'withdrawn') return fail('vip.no_such_guest');
  const isComing = answer === 'accepted';
  if (!isComing && guest.prize !== null) return fail('vip.prize_handed');
  const seats = isComing ? companions : 0;
  if (isComing && guest.teamId !== null && !(await hasSeats(ctx, guest.teamId, guest.id, seats))) {
    return fail('vip.seats_taken', {}, { companions: 'vip.seats_taken' });
  }
  const set = {
    state: answer,
    companions: seats,
    companionNames: isComing ? companionNames : '',
    wishes,
    answeredAt: ctx.clock.now(),
    ...(await toldNow(ctx, guest)),
    ...(isComing ? {} : { teamId: null }),
  } as const;
  const facts = { answer, companions: seats };
  return writeGuest(ctx, guest, set, { type: 'vip.guest_answered', facts });
}

/** Who answers knows of the invitation: what still waits to tell them of it does not leave. */
async function toldNow(ctx: Ctx, guest: StoredGuest) {
  if (guest.outgoingMessageId !== null) await stopMessage(ctx, guest.outgoingMessageId);
  if (await wasToldOf(ctx, guest)) return {};
  return { toldAt: ctx.clock.now(), way: 'hand', outgoingMessageId: null } as const;
}
