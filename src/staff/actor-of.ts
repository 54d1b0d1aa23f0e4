import type { Actor, Ctx, Language } from '../kernel/context.ts';
import { grantsOf } from './grants.ts';

export type KnownActor = {
  actor: Extract<Actor, { kind: 'staff' | 'api_key' }>;
  email: string;
  /** Null where they chose none. */
  language: Language | null;
};

/** Somebody who works here with what they may do today; null where they work here no more. */
export async function actorOf(ctx: Ctx, staffId: number): Promise<KnownActor | null> {
  const row = await ctx.db
    .selectFrom('staff')
    .innerJoin('roles', 'roles.id', 'staff.roleId')
    .select(['staff.id', 'staff.name', 'staff.teamId', 'staff.email', 'staff.language'])
    .select(['roles.code', 'roles.permissions'])
    .where('staff.id', '=', staffId)
    .where('staff.disabledAt', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  const { id, name, teamId, email } = row;
  return {
    actor: { kind: 'staff', staffId: id, teamId, name, permissions: grantsOf(row) },
    email,
    language: row.language === 'ru' || row.language === 'en' ? row.language : null,
  };
}
