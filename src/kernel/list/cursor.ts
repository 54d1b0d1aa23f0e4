import { createHash } from 'node:crypto';
import { z } from 'zod';
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
  const values = readCursor(cursor, Values);
  if (values?.[0] !== markOf(query)) return fail('kernel.bad_cursor');
  const [, walk, group, sort, id] = values;
  return ok({ walk, position: { group, sort, id } });
}

const Text = z
  .string()
  .regex(/^[^\0]*$/)
  .nullable();
const Values = z.tuple([z.string(), z.enum(['few', 'many']), Text, Text, z.int()]);

/** Columns may be chosen anew while paging; what decides the order may not. */
function markOf({ filter, sort, groupBy }: ListQuery): string {
  const order = JSON.stringify([filter ?? null, sort ?? null, groupBy ?? null]);
  return createHash('sha256').update(order).digest('base64url').slice(0, 12);
}
