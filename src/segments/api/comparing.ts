import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id } from '../../kernel/api/shapes.ts';

const Side = z.object({
  /** Null: nobody has a value, or too few have one for whoever may not see each of them. */
  mean: z.number().nullable(),
  /** How many have one. */
  known: z.int(),
});

export const comparingApi = defineApi({
  'GET /api/segments/compare': {
    summary: 'Two segments side by side, or one beside everybody: sizes, overlap, key figures',
    permission: 'segments.view',
    input: z.object({
      first: Id,
      /** None: all subscribers who are with us. */
      second: Id.optional(),
    }),
    output: z.object({
      sizes: z.object({ first: z.int(), second: z.int(), both: z.int() }),
      figures: z.array(
        z.object({
          /** What is asked about, as in conditions; `KEY@WINDOW`. */
          key: z.string(),
          label: z.string(),
          type: z.enum(['number', 'money', 'percent']),
          first: Side,
          second: Side,
          difference: z.number().nullable(),
          /** 95 % of how far chance alone may move the difference. */
          margin: z.number().nullable(),
        }),
      ),
    }),
    errors: ['segments.not_found', 'segments.compare_too_long'],
  },
});
