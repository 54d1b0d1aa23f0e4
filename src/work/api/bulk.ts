import { z } from 'zod';
import type { Permission } from '../../kernel/api/define.ts';
import { Id, Instant } from '../../kernel/api/shapes.ts';
import { ConditionShape } from '../../kernel/conditions/condition-shape.ts';

const BulkChange = z.object({
  id: Id,
  /** `running` and `undoing` go on by themselves; `stopped` could not, and can be undone. */
  state: z.enum(['running', 'done', 'stopped', 'undoing', 'undone']),
  changed: z.int(),
  /** Those that stayed as they are when it was taken back: somebody had changed them since. */
  kept: z.int(),
});
export type BulkChange = z.output<typeof BulkChange>;

/** Whom a change is for. */
const Target = z.union([
  z.object({ ids: z.array(Id).min(1).max(10_000) }),
  z.object({ filter: ConditionShape }),
]);

const gone = 'work.no_such_bulk_change';

/** The five routes by which many rows of a list are changed at once, for a domain's `api.ts`. */
export function bulkRoutes<const E extends string, F extends z.ZodType>(options: {
  entity: E;
  permission: Permission;
  /** What may be changed of many at once; what is not given stays. */
  fields: F;
  errors: readonly string[];
}) {
  const { entity, permission, fields, errors } = options;
  const id = z.object({ id: Id });
  const asked = ['kernel.unknown_field', 'kernel.bad_condition', 'kernel.hidden_now'];
  const routes = {
    change: {
      summary: `Change many ${entity} at once: those named, or all that match a filter of the list`,
      permission,
      input: z.object({ target: Target, fields }),
      output: BulkChange,
      errors: [...errors, ...asked],
      status: 201 as const,
    },
    preview: {
      summary: `How many ${entity} a change of many would reach; above 10,000 an estimate`,
      permission,
      input: z.object({ target: Target }),
      output: z.object({ count: z.int(), isEstimate: z.boolean() }),
      errors: asked,
    },
    list: {
      summary: `One’s own last changes of many ${entity}, newest first, as long as they can be undone`,
      permission,
      input: z.object({}),
      output: z.object({
        changes: z.array(
          BulkChange.extend({
            createdAt: Instant,
            /** What was set, an attribute as `attributes.KEY`. */
            fields: z.record(z.string(), z.unknown()),
          }),
        ),
      }),
    },
    open: {
      summary: 'How far a change of many has come',
      permission,
      input: id,
      output: BulkChange,
      errors: [gone],
    },
    undo: {
      summary: 'Take a change of many back, except where somebody has changed the same since',
      permission,
      input: id,
      output: BulkChange,
      errors: [gone, 'work.bulk_change_running'],
    },
  };
  return {
    [`POST /api/${entity}/bulk-changes`]: routes.change,
    [`POST /api/${entity}/bulk-changes/preview`]: routes.preview,
    [`GET /api/${entity}/bulk-changes`]: routes.list,
    [`GET /api/${entity}/bulk-changes/{id}`]: routes.open,
    [`POST /api/${entity}/bulk-changes/{id}/undo`]: routes.undo,
  } as BulkApi<E, typeof routes>;
}

type Named = { change: unknown; preview: unknown; list: unknown; open: unknown; undo: unknown };

/** The routes, or their handlers, under the names that they have for an entity. */
export type BulkApi<E extends string, R extends Named> = {
  [K in `POST /api/${E}/bulk-changes`]: R['change'];
} & { [K in `POST /api/${E}/bulk-changes/preview`]: R['preview'] } & {
  [K in `GET /api/${E}/bulk-changes`]: R['list'];
} & { [K in `GET /api/${E}/bulk-changes/{id}`]: R['open'] } & {
  [K in `POST /api/${E}/bulk-changes/{id}/undo`]: R['undo'];
};
