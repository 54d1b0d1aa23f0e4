import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { abandonableRead } from '../../kernel/db/abandonable-read.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Sign } from './signs.ts';
import { touchedBy } from './touched-by.ts';

type Listed = { signs: (Sign & { touched: number | null })[] };

/** So long somebody looks at a count before it is of no use. */
const LIMIT_MS = 20_000;

/** Each sign with how many it touches as it is set: what switching it on brings. */
export async function listSigns(ctx: Ctx): Promise<Result<Listed>> {
  const signs = await loadSigns(ctx);
  const counted: Listed['signs'] = [];
  for (const sign of signs) counted.push({ ...sign, touched: await countTouched(ctx, sign) });
  return ok({ signs: counted });
}

export async function loadSigns(ctx: Ctx): Promise<Sign[]> {
  const rows = await ctx.db
    .selectFrom('leavingSigns')
    .select(['kind', 'isOn', 'days', 'version'])
    .orderBy('kind', 'desc')
    .execute();
  return rows as Sign[];
}

/**
 * How many a sign would touch with so many days; it ends when whoever asked has gone.
 * @returns null where the time did not suffice
 */
export async function countTouched(
  ctx: Ctx,
  { kind, days }: Pick<Sign, 'kind' | 'days'>,
): Promise<number | null> {
  const count = await abandonableRead(ctx, LIMIT_MS, async ({ db }) => {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from (${touchedBy(ctx, kind, days)}) t`.execute(db);
    return rows[0]?.count ?? 0;
  });
  return count ?? null;
}
