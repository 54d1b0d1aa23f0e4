import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { storeUpdates } from '../receiving/store-updates.ts';
import { findOfKind } from '../settings/load-channel.ts';
import { ensureVisitor, senderOf } from './visitors.ts';

type Written = { channelId: number; token: string; key: string; text: string; page: string };

/**
 * Stores what a visitor wrote, in a commit of its own; the sweep makes a conversation of it. The
 * same key once more changes nothing.
 */
export async function takeLine(
  ctx: Ctx,
  { channelId, token, key, text, page }: Written,
): Promise<Result<Record<string, never>>> {
  const chat = await findOfKind(ctx, 'chat', channelId);
  if (!chat) return fail('channels.not_found');
  const visitorId = await ensureVisitor(ctx, channelId, token);
  const line = { key: `${visitorId}:${key}`, sender: senderOf(visitorId), payload: { text, page } };
  await storeUpdates(ctx, { kind: 'chat', channelId }, [line]);
  return ok({});
}
