import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

export type LastNight = {
  /** The last day that is counted. */
  through: string;
  checkedAt: Date;
  wrong: number;
};

/** The last night that counted all; null before the first. */
export async function lastNight(ctx: Ctx): Promise<LastNight | null> {
  // kpi_nights_pkey
  const { rows } = await sql<LastNight>`
    select "on" - 1 as through, finished_at as checked_at, wrong
    from   kpi_nights where finished_at is not null order by "on" desc limit 1`.execute(ctx.db);
  return rows[0] ?? null;
}
