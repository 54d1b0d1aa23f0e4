import type { Ctx } from '../kernel/context.ts';
import { emit } from '../kernel/events/journal.ts';
import { type Done, ok, type Result } from '../kernel/result.ts';
import { findManaged } from './find-staff.ts';
import { forgetActors } from './known-actors.ts';

export async function enableStaff(ctx: Ctx, input: { id: number }): Promise<Result<Done>> {
  const found = await findManaged(ctx, input.id);
  if (!found.ok) return found;
  if (!found.value.disabledAt) return ok({});
  await ctx.db.updateTable('staff').set({ disabledAt: null }).where('id', '=', input.id).execute();
  await emit(ctx, { type: 'staff.enabled', subject: { kind: 'staff', id: input.id } });
  forgetActors(ctx);
  return ok({});
}
