import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import type { settingsApi } from '../api/settings.ts';
import { nameTaken } from '../name-taken.ts';
import { tellReason } from './tell-reason.ts';

type Changed = z.output<(typeof settingsApi)['PUT /api/leaving-reasons/{id}']['input']>;

/** Changes one, or takes it from the dictionary; cases that name it keep it. */
export async function changeReason(ctx: Ctx, input: Changed): Promise<Result<Done>> {
  const { id, version, name, takesOffers, leaveChance, isArchived } = input;
  const said = { words: input.words, answers: JSON.stringify(input.answers) };
  const { rows } = await sql<{ version: number; isTaken: boolean }>`
    select version, exists (
      select from leaving_reasons x where x.name = ${name} and x.id <> r.id
      and    x.parent_id is not distinct from r.parent_id) as is_taken
    from   leaving_reasons r where id = ${id} for update`.execute(ctx.db);
  const [before] = rows;
  if (!before) return fail('retention.no_such_reason');
  if (before.version !== version) return fail('retention.changed_meanwhile');
  if (before.isTaken) return nameTaken();
  const archivedAt = isArchived ? ctx.clock.now() : null;
  await ctx.db
    .updateTable('leavingReasons')
    .set({ name, takesOffers, ...said, leaveChance, archivedAt, version: version + 1 })
    .where('id', '=', id)
    .execute();
  await tellReason(ctx, 'retention.reason_changed', id, {
    name,
    takesOffers,
    leaveChance,
    isArchived,
  });
  return ok({});
}
