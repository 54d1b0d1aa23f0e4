import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import type { settingsApi } from '../api/settings.ts';
import { nameTaken } from '../name-taken.ts';
import { refusePhrases } from './refuse-phrases.ts';

type Changed = z.output<(typeof settingsApi)['PUT /api/wish-rules/{id}']['input']>;

/** Changes them, or listens to them no longer; what they have heard stays. */
export async function changeRule(ctx: Ctx, input: Changed): Promise<Result<Done>> {
  const { id, version, isArchived, ...fields } = input;
  const refused = refusePhrases(input);
  if (refused) return refused;
  const { rows } = await sql<{ version: number; isTaken: boolean }>`
    select version, exists (
      select from wish_rules x where x.name = ${input.name} and x.id <> r.id) as is_taken
    from   wish_rules r where id = ${id} for update`.execute(ctx.db);
  const [before] = rows;
  if (!before) return fail('retention.no_such_rule');
  if (before.version !== version) return fail('retention.changed_meanwhile');
  if (before.isTaken) return nameTaken();
  await ctx.db
    .updateTable('wishRules')
    .set({ ...fields, archivedAt: isArchived ? ctx.clock.now() : null, version: version + 1 })
    .where('id', '=', id)
    .execute();
  const subject = { kind: 'wish_rule', id };
  await emit(ctx, { type: 'retention.rule_changed', subject, facts: { ...fields, isArchived } });
  return ok({});
}
