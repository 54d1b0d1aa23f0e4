import type { Ctx } from '../../kernel/context.ts';
import { fail, type Result } from '../../kernel/result.ts';
import type { NewAsterisk } from '../api/asterisk.ts';
import { lockOfKind } from '../settings/lock-channel.ts';
import { updateChannel } from '../settings/update-channel.ts';
import { checkAsterisk, isExchangeTaken } from './check-asterisk.ts';

/** Changes an exchange; the worker that hears it opens the line anew. */
export async function changeAsterisk(
  ctx: Ctx,
  { id, version, name, ...given }: NewAsterisk & { id: number; version: number },
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockOfKind(ctx, 'asterisk', { id, version });
  if (!locked.ok) return locked;
  const before = locked.value;
  const checked = checkAsterisk(given, before);
  if (!checked.ok) return checked;
  const { settings, secrets } = checked.value;
  if (await isExchangeTaken(ctx, settings, id)) return fail('channels.exchange_taken');
  const { place } = before;
  return updateChannel(ctx, before, { name, settings, secrets, place }, Boolean(given.password));
}
