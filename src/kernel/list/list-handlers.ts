import { ok, type Result } from '../result.ts';
import type { Ctx } from '../context.ts';
import type { Condition } from '../conditions/condition.ts';
import type { ListQuery } from './api.ts';
import { type Count, countRows } from './count-rows.ts';
import type { ListEntity } from './entity.ts';
import { exportList } from './export-list.ts';
import {
  choicesOf,
  isFilterable,
  isGroupable,
  isSortable,
  labelOf,
  openFields,
} from './open-fields.ts';
import { readPage } from './read-page.ts';
import { sourceOf } from './source.ts';

type PageQuery = ListQuery & { cursor?: string | undefined; limit: number };

/**
 * The handlers of the four routes of a list. They open transactions of their own: what is read has
 * a limit of time, and what is recorded is recorded after it.
 */
export function listHandlers<const E extends string>(entity: ListEntity & { entity: E }) {
  const handlers = {
    fields: (ctx: Ctx) => describeFields(ctx, entity),
    list: { ownTransactions: (ctx: Ctx, query: PageQuery) => readPage(ctx, entity, query) },
    count: {
      ownTransactions: (ctx: Ctx, { filter }: { filter?: Condition | undefined }) =>
        countMatching(ctx, entity, filter),
    },
    export: (ctx: Ctx, { query, format }: { query: ListQuery; format: 'csv' | 'xlsx' }) =>
      exportList(ctx, entity, query, format),
  };
  const name = entity.entity;
  return {
    [`GET /api/${name}/fields`]: handlers.fields,
    [`POST /api/${name}/list`]: handlers.list,
    [`POST /api/${name}/count`]: handlers.count,
    [`GET /api/${name}/export`]: handlers.export,
  } as ListHandlers<E, typeof handlers>;
}

type Named = { fields: unknown; list: unknown; count: unknown; export: unknown };

type ListHandlers<E extends string, H extends Named> = {
  [K in `GET /api/${E}/fields`]: H['fields'];
} & { [K in `POST /api/${E}/list`]: H['list'] } & {
  [K in `POST /api/${E}/count`]: H['count'];
} & { [K in `GET /api/${E}/export`]: H['export'] };

async function describeFields(ctx: Ctx, entity: ListEntity) {
  const open = await openFields(ctx, entity);
  const fields = [...open.byKey.values()].map(async (field) => {
    const choices = await choicesOf(ctx, field);
    return {
      key: field.key,
      type: field.type,
      label: labelOf(ctx, field),
      ...(choices ? { choices } : {}),
      sortable: isSortable(field),
      filterable: isFilterable(field),
      groupable: isGroupable(field),
      isFast: field.index !== undefined,
    };
  });
  return ok({ fields: await Promise.all(fields) });
}

async function countMatching(
  ctx: Ctx,
  entity: ListEntity,
  filter: Condition | undefined,
): Promise<Result<Count>> {
  const open = await openFields(ctx, entity);
  const source = sourceOf(ctx, open, filter, []);
  return source.ok ? ok(await countRows(ctx, open, source.value)) : source;
}
