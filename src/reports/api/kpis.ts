import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Instant, Paging } from '../../kernel/api/shapes.ts';
import { dimensions, kpiKeys } from '../kpis/kpis.ts';

const permission = 'reports.view';
const Key = z.enum(kpiKeys);
const DimensionKey = z.enum(dimensions);
const Month = DateOnly.refine((day) => day.endsWith('-01'));
const Value = z.string().max(200);
const errors = ['reports.no_such_dimension'] as const;

const Slice = {
  dimension: DimensionKey.optional(),
  /** Nothing: those of whom it is not known. */
  value: Value.default(''),
};

export const kpisApi = defineApi({
  'GET /api/kpis': {
    summary: 'The figures of the operator, month by month, as the last night counted them',
    permission,
    input: z.object({ months: z.coerce.number().int().min(2).max(36).default(13), ...Slice }),
    output: z.object({
      currency: z.string(),
      /** Nothing before the first night. */
      counted: z
        .object({
          through: DateOnly,
          checkedAt: Instant,
          /** Figures of days that the night found other than their rows, and put right. */
          wrong: z.int(),
        })
        .nullable(),
      months: z.array(DateOnly),
      kpis: z.array(
        z.object({
          key: Key,
          unit: z.enum(['count', 'money', 'share']),
          good: z.enum(['up', 'down']),
          dimensions: z.array(DimensionKey),
          /** One a month; money in minor units. */
          values: z.array(z.number().nullable()),
        }),
      ),
    }),
  },
  'GET /api/kpis/{kpi}/parts': {
    summary: 'One figure of a month by districts, technologies, tariffs or reasons',
    permission,
    input: z.object({ kpi: Key, month: Month, dimension: DimensionKey }),
    output: z.object({
      parts: z.array(
        z.object({ value: z.string(), name: z.string().nullable(), figure: z.number() }),
      ),
    }),
    errors,
  },
  'GET /api/kpis/{kpi}/rows': {
    summary: 'The accounts behind a figure of a month',
    permission: 'reports.rows',
    input: z.object({ kpi: Key, month: Month, ...Slice, ...Paging.shape }),
    output: z.object({
      /** Of the sums of the rows. */
      currency: z.string(),
      rows: z.array(
        z.object({
          accountId: Id,
          number: z.string(),
          subscriberId: Id,
          name: z.string(),
          on: DateOnly,
          /** What it adds to a figure of money. */
          amountMinor: z.int(),
          beforeMinor: z.int(),
          afterMinor: z.int(),
        }),
      ),
      nextCursor: z.string().nullable(),
    }),
    errors: [...errors, 'kernel.bad_cursor'],
  },
});
