import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Paging } from '../../kernel/api/shapes.ts';
import { Row } from './shapes.ts';

/** Upper edges of the report's buckets, seconds; the last bucket has none. */
export const bucketEdgesSeconds = [15, 30, 60, 120, 300, 900, 3600] as const;

/** A year is more than anybody is waited for. */
const Seconds = z.coerce
  .number()
  .int()
  .min(0)
  .max(366 * 86_400);

/** Days of the operator's time zone, both included. */
const Period = z.object({ from: DateOnly, to: DateOnly });

/** How a request stands to its norm: one of these, never two. */
export const standings = ['within', 'late', 'overdue', 'running', 'no_call'] as const;

const Figures = z.object({
  count: z.int(),
  /** Touched in time. */
  within: z.int(),
  /** Touched too late. */
  late: z.int(),
  /** Not touched, and the norm is broken. */
  overdue: z.int(),
  medianSeconds: z.number().nullable(),
  p95Seconds: z.number().nullable(),
});

export const reportApi = defineApi({
  'GET /api/conversations/first-touch': {
    summary: 'Time to the first human touch: spread, median, p95, share within the norm',
    permission: 'conversations.report',
    input: Period,
    output: z.object({
      total: Figures.extend({
        /** Not touched, and there is still time. */
        running: z.int(),
        /** Closed as no request, without a call. */
        noCall: z.int(),
      }),
      buckets: z.array(
        z.object({ fromSeconds: z.int(), toSeconds: z.int().nullable(), count: z.int() }),
      ),
      hours: z.array(Figures.extend({ hour: z.int().min(0).max(23) })),
      agents: z.array(Figures.extend({ staffId: Id, name: z.string() })),
    }),
    errors: ['conversations.period_too_long'],
  },
  'GET /api/conversations/first-touch/rows': {
    summary: 'The conversations behind a figure of the report, newest first',
    permission: 'conversations.report',
    input: Paging.extend({
      ...Period.shape,
      standing: z.enum(standings).optional(),
      /** Touched after more than this and up to that, seconds; from 0 is any that was touched. */
      overSeconds: Seconds.optional(),
      upToSeconds: Seconds.optional(),
      hour: z.coerce.number().int().min(0).max(23).optional(),
      staffId: Id.optional(),
    }),
    output: z.object({ rows: z.array(Row), next: z.string().nullable() }),
    errors: ['conversations.period_too_long'],
  },
});
