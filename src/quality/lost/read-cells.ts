import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { ProcessKey } from './process.ts';

/** What was counted of a stratum of a month. */
export type CountedCell = {
  process: ProcessKey;
  month: string;
  contacts: number;
  wrong: number;
  wrongKnown: number;
  wrongGood: number;
  rightKnown: number;
  rightGood: number;
  worthMinor: number;
  bought: number;
  boughtMinor: number;
  boughtSquares: number;
  onceKnown: number;
  onceMinor: number;
};

/** All strata of all processes from a month on. */
export async function readCells(ctx: Ctx, from: string): Promise<CountedCell[]> {
  // lost_cells_pkey; a few thousand rows in all
  const { rows } = await sql<CountedCell>`
    select process, month, contacts, wrong, wrong_known, wrong_good, right_known, right_good,
           worth_minor, bought, bought_minor, bought_squares, once_known, once_minor
    from   lost_cells where month >= ${from} order by process, month, stratum`.execute(ctx.db);
  return rows;
}

/** The day of the last whole count; null before the first. */
export async function lastCount(ctx: Ctx): Promise<string | null> {
  // lost_counts_pkey (month, step)
  const { rows } = await sql<{ countedOn: string }>`
    select counted_on from lost_counts
    where  step = 'once' order by month desc limit 1`.execute(ctx.db);
  return rows[0]?.countedOn ?? null;
}
