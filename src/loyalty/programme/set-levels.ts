import type { z } from 'zod';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import type { programmeApi } from '../api/programme.ts';
import { nameTaken } from '../name-taken.ts';

type Level = z.output<(typeof programmeApi)['PUT /api/loyalty/levels']['input']>['levels'][number];

/** Says which levels there are. One that somebody has stood at is renamed, never taken away. */
export async function setLevels(ctx: Ctx, { levels }: { levels: Level[] }): Promise<Result<Done>> {
  if (new Set(levels.map(({ name }) => name)).size < levels.length) return nameTaken();
  if (new Set(levels.map(({ fromPoints }) => fromPoints)).size < levels.length) {
    return fail('loyalty.levels_alike');
  }
  await sql`lock table loyalty_levels in share row exclusive mode`.execute(ctx.db);
  const kept = levels.flatMap(({ id }) => (id === null ? [] : [id]));
  const gone = await sql<{ isUsed: boolean }>`
    select exists (select from loyalty_members b where b.level_id = v.id)
           or exists (select from level_changes c where c.level_id = v.id)
           or exists (select from rewards w where w.level_id = v.id) as is_used
    from   loyalty_levels v where v.id <> all(${kept}::bigint[])`.execute(ctx.db);
  if (gone.rows.some(({ isUsed }) => isUsed)) return fail('loyalty.level_in_use');
  await sql`delete from loyalty_levels where id <> all(${kept}::bigint[])`.execute(ctx.db);
  // Two may change places: for a moment all stand aside.
  await sql`
    update loyalty_levels
    set    name = 'level ' || id, from_points = 1000000000000 + id`.execute(ctx.db);
  for (const { id, ...level } of levels) {
    if (id === null) await ctx.db.insertInto('loyaltyLevels').values(level).execute();
    else await ctx.db.updateTable('loyaltyLevels').set(level).where('id', '=', id).execute();
  }
  const subject = { kind: 'operator', id: 1 };
  await emit(ctx, { type: 'loyalty.levels_set', subject, facts: { levels } });
  return ok({});
}
