import type { Ctx } from '../../kernel/context.ts';
import type { StoredGuest } from './lock-guest.ts';

/** Whether a guest knows of the invitation: words that never left told them nothing. */
export async function wasToldOf(
  ctx: Ctx,
  { toldAt, outgoingMessageId }: Pick<StoredGuest, 'toldAt' | 'outgoingMessageId'>,
): Promise<boolean> {
  if (toldAt === null) return false;
  if (outgoingMessageId === null) return true;
  const message = await ctx.db
    .selectFrom('outgoingMessages')
    .select('state')
    .where('id', '=', outgoingMessageId)
    .executeTakeFirst();
  return message?.state !== 'failed';
}
