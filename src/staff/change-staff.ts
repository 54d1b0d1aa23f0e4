import { type Ctx, staffIdOf } from '../kernel/context.ts';
import { emit } from '../kernel/events/journal.ts';
import { type Done, type Fail, fail, ok, type Result } from '../kernel/result.ts';
import { findManaged, type FoundStaff } from './find-managed.ts';
import { refuseLastAdministrator } from './first-administrator.ts';
import { forgetActors } from './known-actors.ts';
import { renameSignIn } from './passwords.ts';
import { refusePlace } from './refuse-place.ts';

type Change = {
  id: number;
  name?: string | undefined;
  email?: string | undefined;
  roleId?: number | undefined;
  teamId?: number | null | undefined;
  loadLimit?: number | undefined;
};

export async function changeStaff(ctx: Ctx, input: Change): Promise<Result<Done>> {
  const person = await findManaged(ctx, input.id);
  if ('ok' in person) return person;
  const before = person;
  const after = {
    name: input.name ?? before.name,
    email: input.email ?? before.email,
    roleId: input.roleId ?? before.roleId,
    teamId: input.teamId === undefined ? before.teamId : input.teamId,
    loadLimit: input.loadLimit ?? before.loadLimit,
  };
  const refusal = await refuse(ctx, before, after);
  if (refusal) return refusal;
  await ctx.db.updateTable('staff').set(after).where('id', '=', before.id).execute();
  const isRenamed = after.name !== before.name || after.email !== before.email;
  if (isRenamed && before.authUserId !== null) await renameSignIn(ctx, before.authUserId, after);
  await emit(ctx, {
    type: 'staff.changed',
    subject: { kind: 'staff', id: before.id },
    facts: {
      ...changed('roleId', before.roleId, after.roleId),
      ...changed('teamId', before.teamId, after.teamId),
      ...changed('loadLimit', before.loadLimit, after.loadLimit),
    },
    personal: {
      ...changed('name', before.name, after.name),
      ...changed('email', before.email, after.email),
    },
  });
  forgetActors(ctx);
  return ok({});
}

type Place = { email: string; roleId: number; teamId: number | null };

async function refuse(ctx: Ctx, before: FoundStaff, after: Place): Promise<Fail | null> {
  const isMoved = after.roleId !== before.roleId || after.teamId !== before.teamId;
  if (isMoved && before.id === staffIdOf(ctx.actor)) return fail('staff.not_yourself');
  const refusal = isMoved ? await refusePlace(ctx, after) : null;
  if (refusal) return refusal;
  if (after.roleId !== before.roleId) {
    const last = await refuseLastAdministrator(ctx, before);
    if (last) return last;
  }
  const namesake = await ctx.db
    .selectFrom('staff')
    .select('id')
    .where('email', '=', after.email)
    .where('id', '!=', before.id)
    .executeTakeFirst();
  return namesake ? fail('staff.email_taken', {}, { email: 'staff.email_taken' }) : null;
}

function changed<T>(name: string, from: T, to: T): Record<string, { from: T; to: T }> {
  return from === to ? {} : { [name]: { from, to } };
}
