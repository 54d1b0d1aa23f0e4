import { z } from 'zod';
import type { Permission } from '../api/define.ts';
import { Paging } from '../api/shapes.ts';
import { fieldTypes } from '../conditions/condition.ts';
import { ConditionShape } from '../conditions/condition-shape.ts';

const FieldKey = z.string().min(1).max(100);

const ChoiceShape = z.object({ value: z.string(), label: z.string().optional() });

const Field = z.object({
  key: z.string(),
  type: z.enum(fieldTypes),
  label: z.string().optional(),
  choices: z.array(ChoiceShape).optional(),
  sortable: z.boolean(),
  filterable: z.boolean(),
  groupable: z.boolean(),
  /** Sorting and grouping by it are fast at any size; by others, within a filter. */
  isFast: z.boolean(),
});

const Query = z.object({
  columns: z.array(FieldKey).min(1).max(60),
  filter: ConditionShape.optional(),
  sort: z.object({ field: FieldKey, direction: z.enum(['asc', 'desc']) }).optional(),
  groupBy: FieldKey.optional(),
});
export type ListQuery = z.output<typeof Query>;

const Row = z.object({
  id: z.int(),
  group: z.unknown().optional(),
  cells: z.record(z.string(), z.unknown()),
});
export type ListRow = z.output<typeof Row>;

const Group = z.object({
  value: z.unknown(),
  label: z.string().optional(),
  count: z.int(),
  isEstimate: z.boolean(),
});
export type ListGroup = z.output<typeof Group>;

const errors = [
  'kernel.unknown_field',
  'kernel.bad_condition',
  'kernel.bad_cursor',
  'kernel.sort_too_wide',
  'kernel.hidden_now',
  'kernel.filter_too_wide',
];

const shapes = {
  fields: { input: z.object({}), output: z.object({ fields: z.array(Field) }) },
  list: {
    // A cursor carries the sorted values of a row, which may be long texts.
    input: Query.extend({ cursor: z.string().max(20_000).optional(), limit: Paging.shape.limit }),
    output: z.object({
      rows: z.array(Row),
      nextCursor: z.string().nullable(),
      groups: z.array(Group).optional(),
    }),
  },
  count: {
    input: z.object({ filter: ConditionShape.optional() }),
    output: z.object({ count: z.int(), isEstimate: z.boolean() }),
  },
  export: {
    input: z.object({ query: Query, format: z.enum(['csv', 'xlsx']) }),
    output: z.unknown(),
  },
} as const;

/** The four routes that every list has, for a domain's `api.ts`. */
export function listRoutes<const E extends string>(options: {
  entity: E;
  permission: Permission;
  /** Who may take the list away as a file; the same people unless told. */
  exportPermission?: Permission;
}) {
  const { entity, permission, exportPermission = permission } = options;
  const read = { errors, repeats: 'harmless' as const };
  const routes = {
    fields: { summary: `Fields of the list of ${entity}`, permission, ...shapes.fields },
    list: { summary: `A page of the list of ${entity}`, permission, ...shapes.list, ...read },
    count: { summary: `How many ${entity} match a filter`, permission, ...shapes.count, ...read },
    export: {
      summary: `All ${entity} that match a filter, as a file`,
      permission: exportPermission,
      ...shapes.export,
      kind: 'download' as const,
      errors: [...errors, 'kernel.export_busy'],
    },
  };
  return {
    [`GET /api/${entity}/fields`]: routes.fields,
    [`POST /api/${entity}/list`]: routes.list,
    [`POST /api/${entity}/count`]: routes.count,
    [`GET /api/${entity}/export`]: routes.export,
  } as ListApi<E, typeof routes>;
}

type Routes = { fields: unknown; list: unknown; count: unknown; export: unknown };

type ListApi<E extends string, R extends Routes> = {
  [K in `GET /api/${E}/fields`]: R['fields'];
} & { [K in `POST /api/${E}/list`]: R['list'] } & {
  [K in `POST /api/${E}/count`]: R['count'];
} & { [K in `GET /api/${E}/export`]: R['export'] };
