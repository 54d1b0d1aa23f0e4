import type { Ctx } from '../../kernel/context.ts';
import type { ListEntity } from '../../kernel/list/entity.ts';
import { countMatchingRows, type RowTarget } from '../../kernel/list/match-rows.ts';
import { ok } from '../../kernel/result.ts';
import type { BulkApi } from '../api/bulk.ts';
import type { BulkHolder, Fields } from './bulk-holder.ts';
import { changeMany } from './change-many.ts';
import { findBulkChange, shown } from './find-bulk-change.ts';
import { listBulkChanges } from './list-bulk-changes.ts';
import { undoBulkChange } from './undo-bulk-change.ts';

/** The handlers of the five routes by which many rows of a list are changed at once. */
export function bulkHandlers<const E extends string>(
  holder: BulkHolder & { list: ListEntity & { entity: E } },
) {
  const { list, permission } = holder;
  const handlers = {
    change: (ctx: Ctx, input: { target: RowTarget; fields: Fields }) =>
      changeMany(ctx, holder, input),
    preview: {
      ownTransactions: (ctx: Ctx, { target }: { target: RowTarget }) =>
        countMatchingRows(ctx, list, target, permission),
    },
    list: async (ctx: Ctx) => ok({ changes: await listBulkChanges(ctx, holder) }),
    open: async (ctx: Ctx, { id }: { id: number }) => {
      const found = await findBulkChange(ctx, holder, id);
      return found.ok ? ok(shown(found.value)) : found;
    },
    undo: (ctx: Ctx, input: { id: number }) => undoBulkChange(ctx, holder, input),
  };
  const name = list.entity;
  return {
    [`POST /api/${name}/bulk-changes`]: handlers.change,
    [`POST /api/${name}/bulk-changes/preview`]: handlers.preview,
    [`GET /api/${name}/bulk-changes`]: handlers.list,
    [`GET /api/${name}/bulk-changes/{id}`]: handlers.open,
    [`POST /api/${name}/bulk-changes/{id}/undo`]: handlers.undo,
  } as BulkApi<E, typeof handlers>;
}
