import { sql } from 'kysely';
import type { Ctx } from '../context.ts';
import type { ListQuery } from './api.ts';
import type { Position, Walk } from './cursor.ts';
import { groupLimit, groupValues } from './group-values.ts';
import { type OpenField, type OpenFields, orderValue } from './open-fields.ts';
import type { Source } from './source.ts';
import { type Key, type Order, type Stretch, stretchesOf, stretchesOfGroups } from './stretches.ts';

/** A query whose fields are found, ready to be read. */
export type ReadyQuery = {
  open: OpenFields;
  source: Source;
  query: ListQuery;
  sort: OpenField | null;
  group: OpenField | null;
};

function keyOf(field: OpenField): Key {
  const { sqlType, isRequired, ofAny } = field;
  return {
    value: sql.raw(orderValue(field)),
    sqlType,
    isRequired: isRequired ?? false,
    ofAny:
      ofAny &&
      ((wanted) =>
        sql`exists (select from ${sql.raw(`${ofAny.from} and ${ofAny.value}`)} = ${wanted})`),
  };
}

/** The order of the rows within a group, or of all where there are none. */
export function orderOf({ sort, source, query }: ReadyQuery): Order {
  return {
    // The id stands at the end of every order anyway.
    sort: sort && sort.type !== 'id' ? keyOf(sort) : null,
    direction: query.sort?.direction ?? 'asc',
    id: source.id,
  };
}

/**
 * Reads which rows come next, at most `limit`. It goes from stretch to stretch of the order until
 * the page is full; nearly always the first suffices.
 */
export async function readPositions(
  ctx: Ctx,
  ready: ReadyQuery,
  from: { walk: Walk; position: Position | null },
  limit: number,
): Promise<Position[]> {
  const positions: Position[] = [];
  for (const stretch of await stretchesFrom(ctx, ready, from)) {
    positions.push(...(await readStretch(ctx, ready, stretch, limit - positions.length)));
    if (positions.length >= limit) break;
  }
  return positions;
}

async function stretchesFrom(
  ctx: Ctx,
  ready: ReadyQuery,
  { walk, position }: { walk: Walk; position: Position | null },
): Promise<Stretch[]> {
  const order = orderOf(ready);
  const { group, open } = ready;
  if (!group) return stretchesOf(order, position);
  const start = position?.group ?? null;
  const values = walk === 'many' ? await groupValues(ctx, open, group, start) : undefined;
  const grouping = {
    key: keyOf(group),
    values: values?.slice(0, groupLimit) ?? [],
    areFirst: !group.choices && group.type !== 'boolean',
  };
  return stretchesOfGroups(grouping, order, position);
}

async function readStretch(
  ctx: Ctx,
  { source, sort, group }: ReadyQuery,
  { where, orderBy }: Stretch,
  limit: number,
): Promise<Position[]> {
  const { rows } = await sql<Position>`
    select ${source.id} as id,
           ${sql.raw(sort ? `(${sort.value})::text` : 'null')} as sort,
           ${sql.raw(group ? `(${group.value})::text` : 'null')} as "group"
    from ${source.from}
    where ${source.where} and ${where}
    order by ${orderBy}
    limit ${limit}`.execute(ctx.db);
  return rows;
}
