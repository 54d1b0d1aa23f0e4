import type { Ctx } from '../kernel/context.ts';
import { emit } from '../kernel/events/journal.ts';
import { fail, ok, type Result } from '../kernel/result.ts';

export async function createTeam(
  ctx: Ctx,
  input: { name: string },
): Promise<Result<{ id: number }>> {
  const team = await ctx.db
    .insertInto('teams')
    .values({ name: input.name, createdAt: ctx.clock.now() })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!team) return fail('staff.team_name_taken', {}, { name: 'staff.team_name_taken' });
  await emit(ctx, {
    type: 'staff.team_created',
    subject: { kind: 'team', id: team.id },
    facts: { name: input.name },
  });
  return ok({ id: team.id });
}
