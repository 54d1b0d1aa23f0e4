import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';

/** Up to which sums somebody decides, in minor units of the operator's currency; null: any. */
export type Limits = { othersMinor: number | null; ownMinor: number };

/** What a supervisor decides on until the operator says otherwise: 5 000 roubles. */
const SUPERVISOR_MINOR = 500_000;

/**
 * What a role decides on where nothing was set: an administrator on any sum, a supervisor on small
 * ones, everybody else on none; and nobody on what they proposed themselves. Of `roles r`.
 */
export const othersMinor = sql`case
  when l.role_id is not null then l.others_minor
  when r.code = 'administrator' then null
  when r.code = 'supervisor' then ${SUPERVISOR_MINOR}::bigint
  else 0 end`;

/** The limits of the one who acts, by their role as it is now. */
export async function ownLimits(ctx: Ctx): Promise<Limits> {
  // staff_pkey, roles_pkey, correction_limits_pkey
  const { rows } = await sql<Limits>`
    select ${othersMinor} as others_minor, coalesce(l.own_minor, 0) as own_minor
    from   staff s
    join   roles r on r.id = s.role_id
    left   join correction_limits l on l.role_id = r.id
    where  s.id = ${staffIdOf(ctx.actor)}`.execute(ctx.db);
  return rows[0] ?? { othersMinor: 0, ownMinor: 0 };
}

/**
 * Why somebody with these limits may not decide, or null. A limit is a sum of the operator's
 * currency: of accounts in another one, only whoever has no limit decides.
 */
export function hindranceOf(
  ctx: Ctx,
  limits: Limits,
  correction: { amountMinor: number; currency: string; proposedById: number | null },
): 'own' | 'limit' | null {
  const { proposedById } = correction;
  const isOwn = proposedById !== null && proposedById === staffIdOf(ctx.actor);
  if (isOwn && limits.ownMinor === 0) return 'own';
  const limit = isOwn ? limits.ownMinor : limits.othersMinor;
  if (limit === null) return null;
  const isKnown = correction.currency === ctx.operator.currency;
  return isKnown && Math.abs(correction.amountMinor) <= limit ? null : 'limit';
}
