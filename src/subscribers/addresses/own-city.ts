import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/** The town of addresses that name none: the one set, else where most streets of the base are. */
export async function ownCity(ctx: Ctx): Promise<string | null> {
  const { rows } = await sql<{ city: string | null }>`
    select coalesce(nullif(settings->>'city', ''),
                    (select city from streets group by city order by count(*) desc limit 1)) as city
    from   operator_profile`.execute(ctx.db);
  return rows[0]?.city ?? null;
}
