import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id } from '../../kernel/api/shapes.ts';

const Sum = z.int();

export const forecastApi = defineApi({
  'GET /api/deal-forecast': {
    summary: 'What open deals will bring by month of expected close, and how past forecasts did',
    permission: 'sales.economics',
    input: z.object({
      /** All pipelines where none is given. */
      pipelineId: Id.optional(),
    }),
    output: z.object({
      currency: z.string(),
      /** The earliest month first; last what has no day. */
      months: z.array(
        z.object({
          month: DateOnly.nullable(),
          deals: z.int(),
          /** All of it, were everything won. */
          monthlyMinor: Sum,
          onceMinor: Sum,
          /** By the likelihood of each deal's stage. */
          likelyMonthlyMinor: Sum,
          likelyOnceMinor: Sum,
        }),
      ),
      /** Months that are over or going on, the latest first. */
      past: z.array(
        z.object({
          month: DateOnly,
          /** What its first day, or the first one kept of it, expected; null where none was. */
          expectedOn: DateOnly.nullable(),
          expectedMonthlyMinor: Sum.nullable(),
          expectedOnceMinor: Sum.nullable(),
          won: z.int(),
          wonMonthlyMinor: Sum,
          wonOnceMinor: Sum,
          isOver: z.boolean(),
        }),
      ),
      /**
       * By how much of what came the forecasts of whole months missed it, all together; null while
       * there is nothing to compare.
       */
      missShare: z.number().nullable(),
    }),
  },
});
