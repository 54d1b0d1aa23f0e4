import type { Ctx } from '../../kernel/context.ts';
import { fail, type Result } from '../../kernel/result.ts';
import type { At } from '../events/lock-event.ts';
import { stopMessage } from '../../channels/index.ts';
import { lockGuest, writeGuest } from './lock-guest.ts';
import { wasToldOf } from './was-told.ts';

/** Says that somebody was invited in person: nothing is written to them any more. */
export async function sayInvited(ctx: Ctx, at: At): Promise<Result<At>> {
  const locked = await lockGuest(ctx, at);
  if (!locked.ok) return locked;
  const guest = locked.value;
  if (guest.state !== 'invited' || (await wasToldOf(ctx, guest))) return fail('vip.told_already');
  if (guest.outgoingMessageId !== null) await stopMessage(ctx, guest.outgoingMessageId);
  const set = { way: 'hand', toldAt: ctx.clock.now(), outgoingMessageId: null } as const;
  return writeGuest(ctx, guest, set, { type: 'vip.guest_told', facts: { way: 'hand' } });
}
