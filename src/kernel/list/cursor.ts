import { createHash } from 'node:crypto';
import { makeCursor, readCursor } from '../api/cursor.ts';
import { fail, ok, type Result } from '../result.ts';
import type { ListQuery } from './api.ts';

/** Where a page ended: the last row's group, sorted value and id, as text that PostgreSQL casts. */
export type Position = { group: string | null; sort: string | null; id: number };

/**
 * How groups are walked through: `few` where so few rows match that they are put in order at once,
 * `many` where each group is read by itself.
 */
export type Walk = 'few' | 'many';

/**
 * A cursor holds the position and a mark of the query it belongs to. Whoever forges one gains
 * nothing: it only says where to go on, and who may see a row is asked of every page anew.
 */
export function writeCursor(query: ListQuery, walk: Walk, position: Position): string {
  const { group, sort, id } = position;
  return makeCursor([markOf(query), walk, group, sort, id]);
}

/** @returns `kernel.bad_cursor` for one that we did not make, or made for another query */
export function openCursor(
  query: ListQuery,
  cursor: string,
): Result<{ walk: Walk; position: Position }> {
  const [mark, walk, group, sort, id] = readCursor(cursor) ?? [];
  const isWhole =
    mark === markOf(query) &&
    (walk === 'few' || walk === 'many') &&
    isText(group) &&
    isText(sort) &&
    Number.isSafeInteger(id);
  if (!isWhole) return fail('kernel.bad_cursor');
  return ok({ walk, position: { group, sort, id: id as number } });
}

const isText = (value: unknown): value is string | null =>
  value === null || (typeof value === 'string' && !value.includes('\0'));

/** Columns may be chosen anew while paging; what decides the order may not. */
function markOf({ filter, sort, groupBy }: ListQuery): string {
  const order = JSON.stringify([filter ?? null, sort ?? null, groupBy ?? null]);
  return createHash('sha256').update(order).digest('base64url').slice(0, 12);
}
