import { sql } from 'kysely';
import { InstantPlace, placeAfter } from '../../kernel/api/cursor.ts';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { inPeriod, type Period, type Standing, standing } from './first-touch.ts';
import { type Page, pageOf } from '../queues/list-queue.ts';
import { rowsWhere } from '../queues/row-query.ts';

type Input = Period & {
  standing?: Standing | undefined;
  overSeconds?: number | undefined;
  upToSeconds?: number | undefined;
  hour?: number | undefined;
  staffId?: number | undefined;
  cursor?: string | undefined;
  limit: number;
};

/** The conversations behind one figure of the report: the same conditions, row by row. */
export async function firstTouchRows(ctx: Ctx, input: Input): Promise<Result<Page>> {
  const within = inPeriod(ctx, input);
  if (!within.ok) return within;
  const place = placeAfter(input.cursor, InstantPlace);
  if (!place.ok) return place;
  const { overSeconds, upToSeconds, hour, staffId } = input;
  const conditions = [
    within.value,
    place.value && sql`(c.opened_at, c.id) < (${sql.join(place.value)})`,
    input.standing && standing(ctx, input.standing),
    // The bucket from 0 holds 0 too.
    overSeconds !== undefined && sql`c.touch_seconds > ${overSeconds || -1}`,
    upToSeconds !== undefined && sql`c.touch_seconds <= ${upToSeconds}`,
    staffId !== undefined && sql`c.touched_by = ${staffId}`,
    hour !== undefined &&
      sql`extract(hour from c.opened_at at time zone ${ctx.operator.timeZone}) = ${hour}`,
  ].filter((one) => typeof one === 'object' && one !== null);
  // conversations_opened (opened_at, id)
  const where = sql`${sql.join(conditions, sql` and `)}`;
  const rows = await rowsWhere(ctx, where, sql`c.opened_at desc, c.id desc`, input.limit + 1);
  return ok(pageOf(rows, input.limit, (row) => row.openedAt));
}
