import { type RawBuilder, sql } from 'kysely';
import type { Condition } from '../conditions/condition.ts';
import type { Ctx } from '../context.ts';
import { ok, type Result } from '../result.ts';
import type { ListEntity, ListPermission } from './entity.ts';
import { openFields } from './open-fields.ts';
import { sourceOf } from './source.ts';

/** The rows that a bulk action is for: those ticked, or all that match a filter. */
export type RowTarget = { ids: readonly number[] } | { filter: Condition };

/**
 * Ids of the rows meant, in their order, as a subquery of a statement that reads or changes them.
 * Only rows are meant that the list shows to the actor and that the permission reaches.
 */
export async function matchingRows(
  ctx: Ctx,
  entity: ListEntity,
  target: RowTarget,
  permission: ListPermission,
): Promise<Result<RawBuilder<unknown>>> {
  const open = await openFields(ctx, entity);
  const filter = 'filter' in target ? target.filter : undefined;
  const source = sourceOf(ctx, open, filter, [], [permission]);
  if (!source.ok) return source;
  const { id, from, where } = source.value;
  const isTicked = 'ids' in target ? sql`${id} = any(${[...target.ids]}::bigint[])` : sql`true`;
  return ok(sql`select ${id} as id from ${from} where ${where} and ${isTicked}`);
}
