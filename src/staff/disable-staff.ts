import { type Ctx, staffIdOf } from '../kernel/context.ts';
import { emit } from '../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../kernel/result.ts';
import { findManaged } from './find-managed.ts';
import { refuseLastAdministrator } from './first-administrator.ts';
import { forgetActors } from './known-actors.ts';
import { dropLinks } from './make-sign-in-link.ts';
import { leave } from './presence.ts';
import { endSessions } from './sessions.ts';
import { staffByExtension } from './staff-by-extension.ts';

/** Sessions end, links die, keys stop, and nothing more is offered to this person. */
export async function disableStaff(ctx: Ctx, input: { id: number }): Promise<Result<Done>> {
  const person = await findManaged(ctx, input.id);
  if ('ok' in person) return person;

  if (person.id === staffIdOf(ctx.actor)) return fail('staff.not_yourself');
  if (person.disabledAt) return ok({});
  const refusal = await refuseLastAdministrator(ctx, person);
  if (refusal) return refusal;
  await ctx.db
    .updateTable('staff')
    .set({ disabledAt: ctx.clock.now() })
    .where('id', '=', person.id)
    .execute();
  await dropLinks(ctx, person.id);
  await leave(ctx, person.id);
  if (person.authUserId !== null) await endSessions(ctx, person.authUserId);
  await emit(ctx, { type: 'staff.disabled', subject: { kind: 'staff', id: person.id } });
  forgetActors(ctx);
  return ok({});
}

/**
 * Takes a disabling back; sessions, keys revoked meanwhile and links do not come back, nor does a
 * phone of the exchange that is somebody else's by now.
 */
export async function enableStaff(ctx: Ctx, input: { id: number }): Promise<Result<Done>> {
  const person = await findManaged(ctx, input.id);
  if ('ok' in person) return person;
  if (!person.disabledAt) return ok({});
  const { extension } = await ctx.db
    .selectFrom('staff')
    .select('extension')
    .where('id', '=', input.id)
    .executeTakeFirstOrThrow();
  const holder = extension === null ? null : await staffByExtension(ctx, extension);
  await ctx.db
    .updateTable('staff')
    .set({ disabledAt: null, extension: holder === null ? extension : null })
    .where('id', '=', input.id)
    .execute();
  await emit(ctx, { type: 'staff.enabled', subject: { kind: 'staff', id: input.id } });
  forgetActors(ctx);
  return ok({});
}
