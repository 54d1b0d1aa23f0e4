import type { z } from 'zod';
import type { Updateable } from 'kysely';
import { stopMessage } from '../../channels/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { DB } from '../../kernel/db/connect.ts';
import { fail, type Result } from '../../kernel/result.ts';
import type { guestsApi } from '../api/guests.ts';
import type { At } from '../events/lock-event.ts';
import { putBack } from '../gifts/budget.ts';
import { lockGuest, type StoredGuest, writeGuest } from './lock-guest.ts';

type Input = z.output<(typeof guestsApi)['POST /api/vip-event-guests/{id}/undo']['input']>;
type Undone = Updateable<DB['vipEventGuests']>;

/**
 * Takes back what was said of a guest: an invitation, an answer, that they came, a prize. A prize
 * that is in their hands goes before what it came of, and its thing back into stock.
 */
export async function undoGuest(ctx: Ctx, { what, reason, ...at }: Input): Promise<Result<At>> {
  const locked = await lockGuest(ctx, at);
  if (!locked.ok) return locked;
  const guest = locked.value;
  if (guest.state === 'withdrawn') return fail('vip.nothing_to_undo');
  if (what !== 'prize' && guest.prize !== null) return fail('vip.prize_handed');
  if (what === 'invitation' && !guest.isLed) return fail('vip.not_in_charge');
  const undone = undoing[what](guest);
  if (!undone) return fail('vip.nothing_to_undo');
  if (what === 'prize' && guest.prizeItemId !== null) await putBack(ctx, guest.prizeItemId, 1);
  if (what === 'invitation' && guest.outgoingMessageId !== null) {
    await stopMessage(ctx, guest.outgoingMessageId);
  }
  const told = { type: 'vip.guest_undone', facts: { what }, note: reason } as const;
  return writeGuest(ctx, guest, undone, told);
}

const unanswered = {
  answeredAt: null,
  companions: 0,
  companionNames: '',
  wishes: '',
  teamId: null,
} as const;

const undoing: Record<Input['what'], (guest: StoredGuest) => Undone | null> = {
  invitation: () => ({ state: 'withdrawn', hasCome: null, ...unanswered }),
  answer: ({ state }) => (state === 'invited' ? null : { state: 'invited', ...unanswered }),
  attendance: ({ hasCome }) => (hasCome === null ? null : { hasCome: null }),
  prize: ({ prize }) =>
    prize === null
      ? null
      : { prize: null, prizeItemId: null, prizeMinor: null, handedBy: null, handedAt: null },
};
