import { type RawBuilder, sql, type SqlBool } from 'kysely';
import { z } from 'zod';
import { CursorInstant, makeCursor } from '../../kernel/api/cursor.ts';
import type { Ctx } from '../../kernel/context.ts';
import {
  type Card,
  cardColumns,
  cardJoins,
  type CardRow,
  isShown,
  type Shown,
  unveiled,
} from './board-rows.ts';

export type Cards = { deals: Card[]; nextCursor: string | null };

/** As of when what is late was told apart, in which part a page ended, and after what. */
export const ColumnPlace = z.tuple([
  CursorInstant,
  z.enum(['late', 'others']),
  CursorInstant,
  z.int(),
]);
type Place = z.infer<typeof ColumnPlace>;

const PAGE = 50;

type Part = {
  holds: (asOf: string) => RawBuilder<SqlBool>;
  isAfter: (at: string, id: number) => RawBuilder<SqlBool>;
  order: RawBuilder<unknown>;
};

const parts: Record<Place[1], Part> = {
  // deals_board_late (stage_id, due_at, id) where state = 'open'
  late: {
    holds: (asOf) => sql`d.due_at < ${asOf}::timestamptz`,
    isAfter: (at, id) => sql`(d.due_at, d.id) > (${at}::timestamptz, ${id})`,
    order: sql`d.due_at, d.id`,
  },
  // deals_board (stage_id, entered_stage_at desc, id desc) where state = 'open'
  others: {
    holds: (asOf) => sql`(d.due_at is null or d.due_at >= ${asOf}::timestamptz)`,
    isAfter: (at, id) => sql`(d.entered_stage_at, d.id) < (${at}::timestamptz, ${id})`,
    order: sql`d.entered_stage_at desc, d.id desc`,
  },
};

/**
 * A page of one column: first what is late, the longest above, then the latest to enter the stage.
 * What was late as the first page was read tells both apart on the further ones too.
 */
export async function readColumn(
  ctx: Ctx,
  stageId: number,
  shown: Shown,
  place: Place | null,
): Promise<Cards> {
  const [asOf, begun] = place ?? [ctx.clock.now().toISOString(), 'late'];
  const read = async (name: Place[1], limit: number): Promise<CardRow[]> => {
    const { holds, isAfter, order } = parts[name];
    const after = place?.[1] === name ? isAfter(place[2], place[3]) : sql`true`;
    const { rows } = await sql<CardRow>`
      select ${cardColumns}
      from   deals d ${cardJoins}
      where  d.stage_id = ${stageId} and ${isShown(ctx, shown)} and ${holds(asOf)} and ${after}
      order  by ${order}
      limit  ${limit}`.execute(ctx.db);
    return rows;
  };
  const late = begun === 'late' ? await read('late', PAGE) : [];
  const others = late.length < PAGE ? await read('others', PAGE - late.length) : [];
  const deals = await unveiled(ctx, [...late, ...others]);
  const last = deals.length === PAGE ? deals.at(-1) : undefined;
  return { deals, nextCursor: last ? makeCursor(placeOf(last, asOf, others.length === 0)) : null };
}

const placeOf = ({ id, dueAt, enteredStageAt }: Card, asOf: string, isLate: boolean): Place =>
  isLate && dueAt !== null
    ? [asOf, 'late', dueAt.toISOString(), Number(id)]
    : [asOf, 'others', enteredStageAt.toISOString(), Number(id)];
