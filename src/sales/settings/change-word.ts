import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { isTaken, nameTaken } from './rows.ts';
import { type WordKind, wordTables } from './word-tables.ts';

type Input = { kind: WordKind; id: number; name: string; isArchived: boolean };

/** Renames a word everywhere, puts it out of use or brings it back; what bears it keeps it. */
export async function changeWord(
  ctx: Ctx,
  { kind, id, name, isArchived }: Input,
): Promise<Result<Done>> {
  const { table, subject } = wordTables[kind];
  const { rows } = await sql<{ name: string }>`
    select name from ${sql.table(table)} where id = ${id} for update`.execute(ctx.db);
  const [before] = rows;
  if (!before) return fail('sales.no_such_word');
  if (await isTaken(ctx, table, { id, name })) return nameTaken();
  await sql`
    update ${sql.table(table)}
    set    name = ${name},
           archived_at = case when ${isArchived} then coalesce(archived_at, ${ctx.clock.now()}) end
    where  id = ${id}`.execute(ctx.db);
  await emit(ctx, {
    type: 'sales.word_changed',
    subject: { kind: subject, id },
    facts: { before: before.name, name, isArchived },
  });
  return ok({});
}
