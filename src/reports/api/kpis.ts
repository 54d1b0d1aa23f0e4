import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Instant, Paging } from '../../kernel/api/shapes.ts';
import { dimensions, factKinds, kpiKeys, worthKeys } from '../kpis/kpis.ts';

const permission = 'reports.view';
const Key = z.enum(kpiKeys);
const DimensionKey = z.enum(dimensions);
const Month = DateOnly.refine((day) => day.endsWith('-01'));
const Months = z.coerce.number().int().min(2).max(36).default(13);
const Value = z.string().max(200);
const errors = ['reports.no_such_dimension'] as const;

const Slice = {
  dimension: DimensionKey.optional(),
  /** Nothing: those of whom it is not known. */
  value: Value.default(''),
};

const Figure = {
  unit: z.enum(['count', 'money', 'share', 'minutes', 'months']),
  good: z.enum(['up', 'down']),
  /** One a month; money in minor units. */
  values: z.array(z.number().nullable()),
};

export const kpisApi = defineApi({
  'GET /api/kpis': {
    summary: 'The figures of the operator, month by month, as the last night counted them',
    permission,
    input: z.object({ months: Months, ...Slice }),
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
          ...Figure,
          dimensions: z.array(DimensionKey),
        }),
      ),
    }),
  },
  'GET /api/sales-worth': {
    summary: 'What a sale costs and brings, month by month, as the economics of sales tell it',
    permission,
    input: z.object({ months: Months }),
    output: z.object({
      currency: z.string(),
      months: z.array(DateOnly),
      kpis: z.array(z.object({ key: z.enum(worthKeys), ...Figure })),
    }),
  },
  'GET /api/kpis/{kpi}/parts': {
    summary: 'One figure of a month by districts, tariffs, reasons, channels, agents and so on',
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
    errors: [...errors, 'reports.not_accounts', 'kernel.bad_cursor'],
  },
  'GET /api/kpis/{kpi}/facts': {
    summary: 'The contacts, wishes to leave, sales or outages behind a figure of a month',
    permission: 'reports.rows',
    input: z.object({
      kpi: Key,
      month: Month,
      ...Slice,
      /** Of a share: what it counts, or the others of the whole. */
      which: z.enum(['counted', 'others']).default('counted'),
      ...Paging.shape,
    }),
    output: z.object({
      currency: z.string(),
      kind: z.enum(factKinds),
      rows: z.array(
        z.object({
          id: Id,
          /** Of an outage, the building; nought elsewhere. */
          part: z.int(),
          number: z.string(),
          on: DateOnly,
          subscriberId: Id.nullable(),
          /** Of whom or of what place it is. */
          name: z.string(),
          channel: z.string().nullable(),
          agent: z.string().nullable(),
          /** Minutes of all accounts, or what a sale brings a month. */
          amount: z.int(),
        }),
      ),
      nextCursor: z.string().nullable(),
    }),
    errors: [...errors, 'reports.are_accounts', 'kernel.bad_cursor'],
  },
});
