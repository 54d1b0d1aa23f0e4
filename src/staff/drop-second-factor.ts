import type { Ctx } from '../kernel/context.ts';
import { emit } from '../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../kernel/result.ts';
import { libraryIn } from './adapters/libraries.ts';
import { findManaged } from './find-managed.ts';
import { endSessions } from './sessions.ts';

/** For somebody who lost their phone and the recovery codes: the password alone lets them in. */
export async function dropSecondFactor(ctx: Ctx, input: { id: number }): Promise<Result<Done>> {
  const person = await findManaged(ctx, input.id);
  if ('ok' in person) return person;
  const { id, authUserId } = person;
  if (authUserId === null) return fail('staff.second_factor_off');
  const { adapter, internalAdapter } = await libraryIn(ctx);
  const user = await internalAdapter.findUserById(String(authUserId));
  const isOn = (user as { twoFactorEnabled?: boolean } | null)?.twoFactorEnabled;
  if (!isOn) return fail('staff.second_factor_off');
  await adapter.deleteMany({
    model: 'twoFactor',
    where: [{ field: 'userId', value: String(authUserId) }],
  });
  await internalAdapter.updateUser(String(authUserId), { twoFactorEnabled: false });
  await endSessions(ctx, authUserId);
  await emit(ctx, { type: 'staff.second_factor_dropped', subject: { kind: 'staff', id } });
  return ok({});
}
