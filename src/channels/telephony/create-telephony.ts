import type { Ctx } from '../../kernel/context.ts';
import type { Result } from '../../kernel/result.ts';
import type { NewTelephony } from '../api/telephony.ts';
import { insertChannel, lockChannels } from '../settings/insert-channel.ts';
import { checkTelephony } from './check-telephony.ts';

/** Adds an exchange in somebody's cloud; it tells of calls once its settings name our address. */
export async function createTelephony(
  ctx: Ctx,
  { name, ...given }: NewTelephony,
): Promise<Result<{ id: number; version: number }>> {
  const checked = checkTelephony(given, null);
  if (!checked.ok) return checked;
  await lockChannels(ctx);
  return insertChannel(ctx, { kind: 'telephony', name, ...checked.value });
}
