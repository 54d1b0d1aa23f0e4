import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Sign } from './signs.ts';
import { touchedBy } from './touched-by.ts';

type Listed = { signs: (Sign & { touched: number })[] };

/** Each sign with how many it touches as it is set: what switching it on brings. */
export async function listSigns(ctx: Ctx): Promise<Result<Listed>> {
  const signs = await loadSigns(ctx);
  const counted = signs.map(async (sign) => ({
    ...sign,
    touched: await countTouched(ctx, sign),
  }));
  return ok({ signs: await Promise.all(counted) });
}

export async function loadSigns(ctx: Ctx): Promise<Sign[]> {
  const rows = await ctx.db
    .selectFrom('leavingSigns')
    .select(['kind', 'isOn', 'days', 'version'])
    .orderBy('kind', 'desc')
    .execute();
  return rows as Sign[];
}

/** How many a sign would touch with so many days. */
export async function countTouched(
  ctx: Ctx,
  { kind, days }: Pick<Sign, 'kind' | 'days'>,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (${touchedBy(ctx, kind, days)}) t`.execute(ctx.db);
  return rows[0]?.count ?? 0;
}
