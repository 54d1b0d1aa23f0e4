import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { nameTaken, nextPosition } from './rows.ts';
import { type WordKind, wordTables } from './word-tables.ts';

/** Adds a source of leads or a reason for a loss to the end of its list. */
export async function addWord(
  ctx: Ctx,
  { kind, name }: { kind: WordKind; name: string },
): Promise<Result<{ id: number }>> {
  const { table, subject } = wordTables[kind];
  const { rows } = await sql<{ id: number }>`
    insert into ${sql.table(table)} (name, position, created_at)
    values (${name}, ${nextPosition(table)}, ${ctx.clock.now()})
    on conflict (name) do nothing returning id`.execute(ctx.db);
  const [made] = rows;
  if (!made) return nameTaken();
  await emit(ctx, {
    type: 'sales.word_added',
    subject: { kind: subject, id: made.id },
    facts: { name },
  });
  return ok(made);
}
