import type { Ctx } from '../context.ts';
import { timedRead } from '../db/timed-read.ts';
import { emit } from '../events/journal.ts';
import { fail, ok, type Result } from '../result.ts';
import type { ListGroup, ListQuery, ListRow } from './api.ts';
import { openCursor, type Position, type Walk, writeCursor } from './cursor.ts';
import type { ListEntity } from './entity.ts';
import { type PreparedQuery, prepareQuery } from './prepare-query.ts';
import { queryFacts } from './query-facts.ts';
import { groupOf, readCells } from './read-cells.ts';
import { readGroups } from './read-groups.ts';
import { readPositions } from './read-positions.ts';

export type Page = { rows: ListRow[]; nextCursor: string | null; groups?: ListGroup[] };

type Start = { walk: Walk; position: Position | null; groups?: ListGroup[] };

/** After this long a person is better served by a word than by rows. */
const pageLimitMs = 5_000;

/**
 * One page of a list: by keyset, so that page 1,000 costs what page 1 does. The first page also
 * tells the groups, and records that somebody looked.
 */
export async function readPage(
  ctx: Ctx,
  entity: ListEntity,
  query: ListQuery & { cursor?: string | undefined; limit: number },
): Promise<Result<Page>> {
  const prepared = await prepareQuery(ctx, entity, query);
  if (!prepared.ok) return prepared;
  const start = await startOf(ctx, prepared.value, query.cursor);
  if (!start.ok) return start;
  const { walk, groups } = start.value;
  const read = await readRows(ctx, prepared.value, start.value, query);
  if (!read.ok) return read;
  const { rows, last } = read.value;
  if (query.cursor === undefined) {
    await emit(ctx, {
      type: entity.events.listed,
      subject: { kind: 'list', id: 0 },
      ...queryFacts(query),
    });
  }
  const nextCursor = last ? writeCursor(query, walk, last) : null;
  return ok({ rows, nextCursor, ...(groups ? { groups } : {}) });
}

async function startOf(
  ctx: Ctx,
  { open, source, group, query }: PreparedQuery,
  cursor: string | undefined,
): Promise<Result<Start>> {
  if (cursor !== undefined) return openCursor(query, cursor);
  if (!group) return ok({ walk: 'many', position: null });
  return ok({ position: null, ...(await readGroups(ctx, open, source, group)) });
}

async function readRows(
  ctx: Ctx,
  prepared: PreparedQuery,
  from: Start,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Result<{ rows: ListRow[]; last: Position | null }>> {
  const { open, columns, group, sort } = prepared;
  try {
    const read = await timedRead(ctx, pageLimitMs, async (timed) => {
      // One more than shown tells whether there is a next page.
      const positions = await readPositions(timed, prepared, from, limit + 1);
      const shown = positions.slice(0, limit);
      const cells = await readCells(
        timed,
        open,
        columns,
        shown.map(({ id }) => id),
      );
      const groups = new Map(shown.map((one) => [one.id, one.group]));
      const rows = cells.map((row) => ({
        ...row,
        ...(group ? { group: groupOf(group, groups.get(row.id) ?? null) } : {}),
      }));
      return { rows, last: positions.length > limit ? (shown.at(-1) ?? null) : null };
    });
    if (read) return ok(read);
    const isSlowOrder = [sort, group].some((field) => field && !field.index);
    return fail(isSlowOrder ? 'kernel.sort_too_wide' : 'kernel.filter_too_wide');
  } catch (error) {
    // A position that PostgreSQL cannot read as the field's type is none that we wrote.
    if (cursor !== undefined && isUnreadable(error)) return fail('kernel.bad_cursor');
    throw error;
  }
}

const isUnreadable = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('22');
