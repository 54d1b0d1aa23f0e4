import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, ok, type Result } from '../../kernel/result.ts';
import type { linkKinds } from '../api/states.ts';
import { lockPair } from './lock-pair.ts';

type Input = { id: number; otherId: number; kind: (typeof linkKinds)[number] };

/** Says what a ticket has to do with another. Both show it; said twice it changes nothing. */
export async function linkTickets(ctx: Ctx, { id, otherId, kind }: Input): Promise<Result<Done>> {
  const locked = await lockPair(ctx, id, otherId);
  if (!locked.ok) return locked;
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto('ticketLinks')
    .values({ fromId: id, toId: otherId, kind, linkedAt: ctx.clock.now() })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 1n) {
    await emit(ctx, {
      type: 'tickets.linked',
      subject: { kind: 'ticket', id },
      subscriberId: locked.value[0].subscriberId,
      facts: { number: id, otherId, kind },
    });
  }
  return ok({});
}

/** Takes such a word back. */
export async function unlinkTickets(ctx: Ctx, { id, otherId, kind }: Input): Promise<Result<Done>> {
  const locked = await lockPair(ctx, id, otherId);
  if (!locked.ok) return locked;
  const { numDeletedRows } = await ctx.db
    .deleteFrom('ticketLinks')
    .where('fromId', '=', id)
    .where('toId', '=', otherId)
    .where('kind', '=', kind)
    .executeTakeFirst();
  if (numDeletedRows === 1n) {
    await emit(ctx, {
      type: 'tickets.unlinked',
      subject: { kind: 'ticket', id },
      subscriberId: locked.value[0].subscriberId,
      facts: { number: id, otherId, kind },
    });
  }
  return ok({});
}
