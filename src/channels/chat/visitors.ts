import { createHash } from 'node:crypto';
import type { Ctx } from '../../kernel/context.ts';

const sumOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** A visitor among the senders of messages. */
export const senderOf = (visitorId: number): string => `chat-${visitorId}`;

/** Who shows this secret in this window; null for one who has written nothing yet. */
export async function findVisitor(
  ctx: Ctx,
  channelId: number,
  token: string,
): Promise<number | null> {
  // chat_visitors_channel_id_token_sha256_key
  const row = await ctx.db
    .selectFrom('chatVisitors')
    .select('id')
    .where('channelId', '=', channelId)
    .where('tokenSha256', '=', sumOf(token))
    .executeTakeFirst();
  return row?.id ?? null;
}

/** The same, who is a visitor from now on; of two messages at once both are the same one's. */
export async function ensureVisitor(ctx: Ctx, channelId: number, token: string): Promise<number> {
  const known = await findVisitor(ctx, channelId, token);
  if (known !== null) return known;
  await ctx.db
    .insertInto('chatVisitors')
    .values({ channelId, tokenSha256: sumOf(token), createdAt: ctx.clock.now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const made = await findVisitor(ctx, channelId, token);
  if (made === null) throw new Error('a visitor was made and is gone');
  return made;
}
