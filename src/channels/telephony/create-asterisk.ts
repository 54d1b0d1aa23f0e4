import type { Ctx } from '../../kernel/context.ts';
import { fail, type Result } from '../../kernel/result.ts';
import type { NewAsterisk } from '../api/asterisk.ts';
import { insertChannel, lockChannels } from '../settings/insert-channel.ts';
import { checkAsterisk, isExchangeTaken } from './check-asterisk.ts';

/** Adds an exchange, which is heard from now on. */
export async function createAsterisk(
  ctx: Ctx,
  { name, ...given }: NewAsterisk,
): Promise<Result<{ id: number; version: number }>> {
  const checked = checkAsterisk(given, null);
  if (!checked.ok) return checked;
  const { settings, secrets } = checked.value;
  await lockChannels(ctx);
  if (await isExchangeTaken(ctx, settings)) return fail('channels.exchange_taken');
  return insertChannel(ctx, { kind: 'asterisk', name, settings, secrets });
}
