import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { ruleOf, signalKeys } from '../earning/signals.ts';
import { leastFriends } from '../tariffs/for-friends.ts';
import { type Withheld, withheldKinds } from './withheld-kinds.ts';

/** Which of them there are now: without any both groups have the same, and nothing is measured. */
export async function readWithheld(ctx: Ctx): Promise<Withheld[]> {
  const extra = signalKeys.filter((signal) => ruleOf(signal).isExtra);
  // All of these are few.
  const { rows } = await sql<Record<Withheld, boolean>>`
    select exists (select from earning_rules r
                   where  r.on_since is not null and r.signal = any(${extra}::text[])) as presents,
           exists (select from friend_steps) as friends,
           exists (select from products p
                   where  p.kind = 'tariff' and p.archived_at is null
                   and    ${leastFriends(sql`p.eligibility`)} is not null) as tariffs,
           exists (select from privilege_steps) as privileges,
           exists (select from rewards w join loyalty_levels v on v.id = w.level_id
                   where  w.archived_at is null
                   and    v.from_points > (select min(from_points) from loyalty_levels))
             as rewards`.execute(ctx.db);
  const [row] = rows;
  return withheldKinds.filter((kind) => row?.[kind]);
}
