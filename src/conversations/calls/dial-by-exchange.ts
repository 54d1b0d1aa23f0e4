import { sql } from 'kysely';
import { type CallFact, queueDial } from '../../channels/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { me } from '../reach.ts';
import { nothingTold, withFact } from './call-state.ts';

type Asked = {
  attemptId: number;
  conversationId: number;
  channelId: number;
  extension: string;
  phone: string;
};

/**
 * Has the exchange ring at one's own phone and then dial the other side. That it dials is the
 * touch, and comes from the exchange itself; here it is only asked for. While a call goes on, it is
 * not dialled a second time.
 */
export async function dialByExchange(ctx: Ctx, asked: Asked): Promise<void> {
  const { attemptId, conversationId, channelId, extension, phone } = asked;
  if (await isGoingOn(ctx, attemptId)) return;
  const now = ctx.clock.now();
  const { linkedId } = await queueDial(ctx, { channelId, extension, phone });
  const began: CallFact = { kind: 'began', at: now, from: { extension }, to: { phone } };
  const { id: callId } = await ctx.db
    .insertInto('calls')
    .values({
      channelId,
      linkedId,
      told: JSON.stringify(withFact(nothingTold, began)),
      direction: 'out',
      phone,
      conversationId,
      staffId: me(ctx),
      beganAt: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await ctx.db.updateTable('callAttempts').set({ callId }).where('id', '=', attemptId).execute();
  await emit(ctx, {
    type: 'conversations.call_changed',
    subject: { kind: 'call', id: callId },
    facts: { staffIds: [me(ctx)] },
  });
}

async function isGoingOn(ctx: Ctx, attemptId: number): Promise<boolean> {
  // call_attempts_pkey, calls_pkey
  const { rows } = await sql`
    select from call_attempts a join calls k on k.id = a.call_id
    where  a.id = ${attemptId} and k.result is null`.execute(ctx.db);
  return rows.length > 0;
}
