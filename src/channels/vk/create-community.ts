import type { Ctx } from '../../kernel/context.ts';
import { fail, type Result } from '../../kernel/result.ts';
import type { NewCommunity } from '../api/vk.ts';
import { insertChannel, lockChannels } from '../settings/insert-channel.ts';
import { checkCommunity, isCommunityTaken } from './check-community.ts';

/** Adds a community; VK brings what is written to it from when its settings name our address. */
export async function createCommunity(
  ctx: Ctx,
  { name, ...given }: NewCommunity,
): Promise<Result<{ id: number; version: number }>> {
  const checked = checkCommunity(given, null);
  if (!checked.ok) return checked;
  const { settings, secrets } = checked.value;
  await lockChannels(ctx);
  if (await isCommunityTaken(ctx, settings)) return fail('channels.community_taken');
  return insertChannel(ctx, { kind: 'vk', name, settings, secrets });
}
