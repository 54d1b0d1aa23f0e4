import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { occasionsApi } from '../api/occasions.ts';
import { type OccasionKind, occasionKinds } from '../kinds.ts';
import { reaches } from '../reach.ts';
import { occasions } from './occasion-rows.ts';

type Figures = z.input<(typeof occasionsApi)['GET /api/vip-occasion-figures']['output']>;
type Row = { month: number; kind: OccasionKind; count: number };

/** How the days of clients that one reaches divide by month, quarter and kind. */
export async function showOccasionFigures(ctx: Ctx): Promise<Result<Figures>> {
  const { rows } = await sql<Row>`
    with ${occasions(reaches(ctx, 'vip.work') as never)}
    select o.month, o.kind, count(*)::int as count
    from   occasion o group by o.month, o.kind`.execute(ctx.db);
  const { rows: silent } = await sql<{ without: number }>`
    with ${occasions(reaches(ctx, 'vip.work') as never)}
    select count(*)::int as without from client c
    where  not exists (select from occasion o where o.client_id = c.id)`.execute(ctx.db);
  const count = rows.reduce((sum, row) => sum + row.count, 0);
  const of = (is: (row: Row) => boolean): { count: number; share: number } => {
    const part = rows.filter(is).reduce((sum, row) => sum + row.count, 0);
    return { count: part, share: count === 0 ? 0 : part / count };
  };
  const quarterOf = (month: number): number => Math.ceil(month / 3);
  const upTo = (last: number): number[] => Array.from({ length: last }, (_, at) => at + 1);
  return ok({
    count,
    months: upTo(12).map((month) => ({ month, ...of((row) => row.month === month) })),
    quarters: upTo(4).map((quarter) => ({
      quarter,
      ...of((row) => quarterOf(row.month) === quarter),
    })),
    kinds: occasionKinds.map((kind) => ({ kind, ...of((row) => row.kind === kind) })),
    without: silent[0]?.without ?? 0,
  });
}
