import type { Ctx } from '../context.ts';
import { fail, ok, type Result } from '../result.ts';
import type { ListQuery } from './api.ts';
import type { ListEntity, ListPermission } from './entity.ts';
import { isGroupable, isSortable, type OpenField, openFields } from './open-fields.ts';
import type { ReadyQuery } from './read-positions.ts';
import { sourceOf } from './source.ts';

export type PreparedQuery = ReadyQuery & { columns: OpenField[] };

/**
 * Finds the fields that a query speaks of, as far as its reader may see them.
 * @returns `kernel.unknown_field` for a field that is not there, or not fit for what is asked of it
 */
export async function prepareQuery(
  ctx: Ctx,
  entity: ListEntity,
  query: ListQuery,
  more: readonly ListPermission[] = [],
): Promise<Result<PreparedQuery>> {
  const open = await openFields(ctx, entity);
  const columns: OpenField[] = [];
  for (const key of new Set(query.columns)) {
    const field = open.byKey.get(key);
    if (!field) return unknown('columns', key);
    columns.push(field);
  }
  const sort = query.sort ? (open.byKey.get(query.sort.field) ?? null) : null;
  if (query.sort && !(sort && isSortable(sort))) return unknown('sort', query.sort.field);
  const group = query.groupBy ? (open.byKey.get(query.groupBy) ?? null) : null;
  if (query.groupBy && !(group && isGroupable(group))) return unknown('groupBy', query.groupBy);
  const used = [sort, group].filter((field) => field !== null);
  const source = sourceOf(ctx, open, query.filter, used, more);
  return source.ok ? ok({ open, source: source.value, query, sort, group, columns }) : source;
}

const unknown = (place: string, field: string) =>
  fail('kernel.unknown_field', { field }, { [place]: 'kernel.unknown_field' });
