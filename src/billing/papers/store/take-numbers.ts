import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import type { PaperKind } from '../../api/paper-kinds.ts';

/**
 * Takes the next numbers of a kind and year. Whoever comes next waits for the end of this
 * transaction, so that one that fails leaves no gap.
 * @returns the first of them
 */
export async function takeNumbers(
  ctx: Ctx,
  kind: PaperKind,
  { on, count }: { on: string; count: number },
): Promise<number> {
  // paper_numbers_pkey (kind, year)
  const { rows } = await sql<{ last: number }>`
    insert into paper_numbers as known (kind, year, last)
    values (${kind}, ${Number(on.slice(0, 4))}, ${count})
    on     conflict (kind, year) do update set last = known.last + excluded.last
    returning last`.execute(ctx.db);
  return (rows[0]?.last ?? 0) - count + 1;
}

/** As it is written: the year in two digits, and six of its own, `26-000017`. */
export const paperNumber = (on: string, number: number): string =>
  `${on.slice(2, 4)}-${String(number).padStart(6, '0')}`;
