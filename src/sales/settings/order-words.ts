import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, ok, type Result } from '../../kernel/result.ts';
import { putInOrder } from './rows.ts';
import { type WordKind, wordTables } from './word-tables.ts';

/** Puts sources or reasons into the order in which they are offered. */
export async function orderWords(
  ctx: Ctx,
  { kind, ids }: { kind: WordKind; ids: readonly number[] },
): Promise<Result<Done>> {
  const { table, subject } = wordTables[kind];
  await putInOrder(ctx, table, ids);
  await emit(ctx, {
    type: 'sales.words_ordered',
    subject: { kind: subject, id: ids[0] ?? 0 },
    facts: { ids },
  });
  return ok({});
}
