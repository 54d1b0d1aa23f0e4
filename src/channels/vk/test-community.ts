import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { askGroup, vkTrouble } from '../adapters/vk.ts';
import type { Trouble } from '../api/choices.ts';
import type { NewCommunity } from '../api/vk.ts';
import { findOfKind, vkAccess } from '../settings/load-channel.ts';
import { checkCommunity } from './check-community.ts';

type Tried = { trouble: Trouble | null; words: string; groupName: string };

/** Asks VK for the community, with what is in the form and not yet kept. */
export async function testCommunity(
  ctx: Ctx,
  { id, ...given }: Omit<NewCommunity, 'name'> & { id?: number | undefined },
): Promise<Result<Tried>> {
  const kept = id === undefined ? null : await findOfKind(ctx, 'vk', id);
  if (id !== undefined && !kept) return fail('channels.not_found');
  const checked = checkCommunity(given, kept);
  if (!checked.ok) return checked;
  const { settings, secrets } = checked.value;
  try {
    const groupName = await askGroup(vkAccess(settings, secrets), settings.groupId);
    return ok({ trouble: null, words: '', groupName });
  } catch (error) {
    return ok({ ...vkTrouble(error), groupName: '' });
  }
}
