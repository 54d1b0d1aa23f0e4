import type { Ctx } from '../kernel/context.ts';
import { emit } from '../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../kernel/result.ts';

/** A team is archived only when nobody who works here stands in it. */
export async function changeTeam(
  ctx: Ctx,
  input: { id: number; name?: string | undefined; isArchived?: boolean | undefined },
): Promise<Result<Done>> {
  const team = await ctx.db
    .selectFrom('teams')
    .select(['id', 'name', 'archivedAt'])
    .where('id', '=', input.id)
    .forUpdate()
    .executeTakeFirst();
  if (!team) return fail('staff.team_not_found');
  const name = input.name ?? team.name;
  const namesake = await ctx.db
    .selectFrom('teams')
    .select('id')
    .where('name', '=', name)
    .where('id', '!=', team.id)
    .executeTakeFirst();
  if (namesake) return fail('staff.team_name_taken', {}, { name: 'staff.team_name_taken' });
  const isArchived = input.isArchived ?? team.archivedAt !== null;
  if (isArchived && !team.archivedAt && (await hasPeople(ctx, team.id))) {
    return fail('staff.team_in_use');
  }
  await ctx.db
    .updateTable('teams')
    .set({ name, archivedAt: isArchived ? (team.archivedAt ?? ctx.clock.now()) : null })
    .where('id', '=', team.id)
    .execute();
  await emit(ctx, {
    type: 'staff.team_changed',
    subject: { kind: 'team', id: team.id },
    facts: { name, isArchived },
  });
  return ok({});
}

async function hasPeople(ctx: Ctx, teamId: number): Promise<boolean> {
  // staff_team
  const member = await ctx.db
    .selectFrom('staff')
    .select('id')
    .where('teamId', '=', teamId)
    .where('disabledAt', 'is', null)
    .executeTakeFirst();
  return member !== undefined;
}
