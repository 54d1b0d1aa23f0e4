import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import type { Limit } from '../api/settings.ts';
import { type Limits, othersMinor, ownLimits } from './limits.ts';

const mayApprove = sql`(r.code = 'administrator' or r.permissions ? 'billing.approve_correction')`;

/** The limits of every role that may approve, as they hold now. */
export async function listLimits(ctx: Ctx): Promise<Result<{ currency: string; limits: Limit[] }>> {
  const { rows } = await sql<Limit>`
    select r.id as role_id, r.name as role, r.code, ${othersMinor} as others_minor,
           coalesce(l.own_minor, 0) as own_minor
    from   roles r
    left   join correction_limits l on l.role_id = r.id
    where  ${mayApprove}
    order  by r.id`.execute(ctx.db);
  return ok({ currency: ctx.operator.currency, limits: rows });
}

/**
 * Says up to which sum a role decides. Nobody lets others, or themselves, decide on more than they
 * may decide on already.
 */
export async function setLimit(
  ctx: Ctx,
  { roleId, ...after }: { roleId: number } & Limits,
): Promise<Result<Done>> {
  const role = await ctx.db
    .selectFrom('roles')
    .select('name')
    .where('id', '=', roleId)
    .forUpdate()
    .executeTakeFirst();
  if (!role) return fail('billing.no_such_role');
  const { othersMinor: own } = await ownLimits(ctx);
  const asked = [after.othersMinor, after.ownMinor];
  if (own !== null && asked.some((limit) => limit === null || limit > own)) {
    return fail('billing.above_own_limit');
  }
  const before = await ctx.db
    .selectFrom('correctionLimits')
    .select(['othersMinor', 'ownMinor'])
    .where('roleId', '=', roleId)
    .executeTakeFirst();
  await ctx.db
    .insertInto('correctionLimits')
    .values({ roleId, ...after })
    .onConflict((conflict) => conflict.column('roleId').doUpdateSet(after))
    .execute();
  await emit(ctx, {
    type: 'billing.limit_set',
    subject: { kind: 'role', id: roleId },
    facts: { role: role.name, before: before ?? null, after },
  });
  return ok({});
}
