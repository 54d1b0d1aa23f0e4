import { type RawBuilder, sql } from 'kysely';
import type { Condition } from '../conditions/condition.ts';
import type { Ctx } from '../context.ts';
import { ok, type Result } from '../result.ts';
import { type Count, countRows } from './count-rows.ts';
import type { ListEntity, ListPermission } from './entity.ts';
import { type OpenFields, openFields } from './open-fields.ts';
import { type Source, sourceOf } from './source.ts';

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
  const source = targetSource(ctx, open, target, permission);
  if (!source.ok) return source;
  const { id, from, where } = source.value;
  return ok(sql`select ${id} as id from ${from} where ${where}`);
}

/** How many rows those are: exactly up to 10,000, else estimated. */
export async function countMatchingRows(
  ctx: Ctx,
  entity: ListEntity,
  target: RowTarget,
  permission: ListPermission,
): Promise<Result<Count>> {
  const open = await openFields(ctx, entity);
  const source = targetSource(ctx, open, target, permission);
  return source.ok ? ok(await countRows(ctx, open, source.value)) : source;
}

function targetSource(
  ctx: Ctx,
  open: OpenFields,
  target: RowTarget,
  permission: ListPermission,
): Result<Source> {
  const filter = 'filter' in target ? target.filter : undefined;
  const source = sourceOf(ctx, open, filter, [], [permission]);
  if (!source.ok || !('ids' in target)) return source;
  const { id, where } = source.value;
  const isTicked = sql`${id} = any(${[...target.ids]}::bigint[])`;
  return ok({ ...source.value, where: sql`${where} and ${isTicked}` });
}
