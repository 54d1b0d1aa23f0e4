import type { Ctx } from '../kernel/context.ts';
import type { BulkCtx } from '../kernel/db/bulk.ts';
import { foldText } from '../kernel/search/fold-text.ts';
import type { BuiltInRole } from './built-in-roles.ts';
import { type ShiftInput, shiftTimes } from './shifts/shift-times.ts';

/** Somebody as a base brings them; they sign in only once a link has been made for them. */
export type StaffLoad = {
  name: string;
  email: string;
  role: Extract<BuiltInRole, 'supervisor' | 'agent'>;
  /** By name, as a skill is; one that is not known yet is made. */
  team: string;
  skills: readonly string[];
  loadLimit: number;
  shifts: readonly ShiftInput[];
};

/**
 * Writes people with what they know and when they work. Whoever is known by the address stays as
 * they are, so that a making which was cut off may come again.
 * @returns ids, in order
 */
export async function bulkLoad(ctx: BulkCtx, people: readonly StaffLoad[]): Promise<number[]> {
  const roleIds = await rolesByCode(ctx);
  const teamIds = await ensureTeams(ctx, [...new Set(people.map(({ team }) => team))]);
  const skillIds = await ensureSkills(ctx, [...new Set(people.flatMap(({ skills }) => skills))]);
  const ids: number[] = [];
  for (const { name, email, role, team, loadLimit, skills, shifts } of people) {
    const known = await ctx.db
      .selectFrom('staff')
      .select('id')
      .where('email', '=', email)
      .executeTakeFirst();
    const { id } =
      known ??
      (await ctx.db
        .insertInto('staff')
        .values({
          name,
          email,
          roleId: roleIds.get(role) ?? 0,
          teamId: teamIds.get(team) ?? null,
          loadLimit,
          createdAt: ctx.clock.now(),
        })
        .returning('id')
        .executeTakeFirstOrThrow());
    ids.push(id);
    if (known) continue;
    await giveSkills(
      ctx,
      id,
      skills.map((skill) => skillIds.get(foldText(skill)) ?? 0),
    );
    await plan(ctx, id, shifts);
  }
  return ids;
}

async function rolesByCode(ctx: Ctx): Promise<ReadonlyMap<string | null, number>> {
  const rows = await ctx.db.selectFrom('roles').select(['id', 'code']).execute();
  return new Map(rows.map(({ id, code }) => [code, id]));
}

async function ensureTeams(ctx: Ctx, names: readonly string[]) {
  const createdAt = ctx.clock.now();
  await ctx.db
    .insertInto('teams')
    .values(names.map((name) => ({ name, createdAt })))
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const rows = await ctx.db
    .selectFrom('teams')
    .select(['id', 'name'])
    .where('name', 'in', names)
    .execute();
  return new Map(rows.map(({ id, name }) => [name, id]));
}

async function ensureSkills(ctx: Ctx, names: readonly string[]) {
  const find = () =>
    ctx.db.selectFrom('skills').select(['id', 'nameKey']).where('archivedAt', 'is', null).execute();
  const known = new Set((await find()).map(({ nameKey }) => nameKey));
  const missing = names.filter((name) => !known.has(foldText(name)));
  const createdAt = ctx.clock.now();
  if (missing.length > 0) {
    await ctx.db
      .insertInto('skills')
      .values(missing.map((name) => ({ name, nameKey: foldText(name), createdAt })))
      .execute();
  }
  return new Map((await find()).map(({ id, nameKey }) => [nameKey, id]));
}

async function giveSkills(ctx: Ctx, staffId: number, skillIds: readonly number[]): Promise<void> {
  if (skillIds.length === 0) return;
  await ctx.db
    .insertInto('staffSkills')
    .values(skillIds.map((skillId) => ({ staffId, skillId })))
    .execute();
}

async function plan(ctx: Ctx, staffId: number, shifts: readonly ShiftInput[]): Promise<void> {
  if (shifts.length === 0) return;
  const rows = shifts.map((shift) => {
    const times = shiftTimes(ctx.operator.timeZone, shift);
    if (!times.ok) throw new Error(`a shift of ${shift.day} is not sound`);
    const { startsAt, endsAt, breaks } = times.value;
    return { staffId, startsAt, endsAt, breaks: JSON.stringify(breaks) };
  });
  await ctx.db.insertInto('shifts').values(rows).execute();
}
