import type { Ctx } from '../../kernel/context.ts';
import type { Result } from '../../kernel/result.ts';
import type { NewTelephony } from '../api/telephony.ts';
import { lockOfKind } from '../settings/lock-channel.ts';
import { updateChannel } from '../settings/update-channel.ts';
import { checkTelephony } from './check-telephony.ts';

/** Changes an exchange in somebody's cloud. */
export async function changeTelephony(
  ctx: Ctx,
  { id, version, name, ...given }: NewTelephony & { id: number; version: number },
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockOfKind(ctx, 'telephony', { id, version });
  if (!locked.ok) return locked;
  const before = locked.value;
  const checked = checkTelephony(given, before);
  if (!checked.ok) return checked;
  const { place } = before;
  const isSecretNew = Boolean(given.key || given.secret);
  return updateChannel(ctx, before, { name, ...checked.value, place }, isSecretNew);
}
