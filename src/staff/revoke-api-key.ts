import { type Ctx, staffIdOf } from '../kernel/context.ts';
import { emit } from '../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../kernel/result.ts';
import { forgetActors } from './known-actors.ts';

export async function revokeApiKey(ctx: Ctx, input: { id: number }): Promise<Result<Done>> {
  const revoked = await ctx.db
    .updateTable('apiKeys')
    .set({ revokedAt: ctx.clock.now() })
    .where('id', '=', input.id)
    .where('staffId', '=', staffIdOf(ctx.actor))
    .where('revokedAt', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!revoked) return fail('staff.key_not_found');
  await emit(ctx, { type: 'staff.api_key_revoked', subject: { kind: 'api_key', id: revoked.id } });
  forgetActors(ctx);
  return ok({});
}
