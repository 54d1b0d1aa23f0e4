import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { type GivenAnswer, writeAnswers } from './write-answers.ts';

type Input = {
  id: number;
  version: number;
  name: string;
  words: string;
  isArchived: boolean;
  answers: readonly GivenAnswer[];
};

/** Changes an objection and its answers, or takes it from the library; what was counted stays. */
export async function changeObjection(
  ctx: Ctx,
  { id, version, name, words, isArchived, answers }: Input,
): Promise<Result<Done>> {
  const { rows } = await sql<{ version: number; isTaken: boolean }>`
    select version,
           exists (select from objections x where x.name = ${name} and x.id <> o.id) as is_taken
    from   objections o where id = ${id} for update`.execute(ctx.db);
  const [before] = rows;
  if (!before) return fail('sales.no_such_objection');
  if (before.version !== version) return fail('sales.objection_changed');
  if (before.isTaken) return fail('sales.objection_taken', {}, { name: 'sales.objection_taken' });
  const archivedAt = isArchived ? ctx.clock.now() : null;
  await ctx.db
    .updateTable('objections')
    .set({ name, words, archivedAt, version: version + 1 })
    .where('id', '=', id)
    .execute();
  await writeAnswers(ctx, id, answers);
  const subject = { kind: 'objection', id };
  await emit(ctx, { type: 'sales.objection_changed', subject, facts: { name, isArchived } });
  return ok({});
}
