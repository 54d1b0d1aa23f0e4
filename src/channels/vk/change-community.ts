import type { Ctx } from '../../kernel/context.ts';
import { fail, type Result } from '../../kernel/result.ts';
import type { NewCommunity } from '../api/vk.ts';
import { lockOfKind } from '../settings/lock-channel.ts';
import { updateChannel } from '../settings/update-channel.ts';
import { checkCommunity, isCommunityTaken } from './check-community.ts';

/** Changes a community. */
export async function changeCommunity(
  ctx: Ctx,
  { id, version, name, ...given }: NewCommunity & { id: number; version: number },
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockOfKind(ctx, 'vk', { id, version });
  if (!locked.ok) return locked;
  const before = locked.value;
  const checked = checkCommunity(given, before);
  if (!checked.ok) return checked;
  const { settings, secrets } = checked.value;
  if (await isCommunityTaken(ctx, settings, id)) return fail('channels.community_taken');
  const { token, secret, confirmation } = given;
  const isNew = Boolean(token || secret || confirmation);
  return updateChannel(ctx, before, { name, settings, secrets, place: {} }, isNew);
}
