import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly } from '../../kernel/api/shapes.ts';
import { lifeDimensions } from '../survival/dimensions.ts';

export const survivalApi = defineApi({
  'GET /api/survival': {
    summary: 'How long accounts stay: survival curves, and cohorts by the month of connection',
    permission: 'reports.view',
    input: z.object({ by: z.enum(lifeDimensions).default('all') }),
    output: z.object({
      /** The last day counted; nothing before the first night. */
      through: DateOnly.nullable(),
      /** The most numerous first; of all together one. */
      curves: z.array(
        z.object({
          value: z.string(),
          name: z.string().nullable(),
          accounts: z.int(),
          /** After so many months half were gone; nothing while more are here. */
          medianMonths: z.int().nullable(),
          /** Nobody was watched for longer. */
          longestMonths: z.int(),
          points: z.array(
            z.object({
              after: z.int(),
              atRisk: z.int(),
              left: z.int(),
              share: z.number(),
              low: z.number(),
              high: z.number(),
            }),
          ),
        }),
      ),
      /** Of all, the latest month first. */
      cohorts: z.array(
        z.object({ cohort: DateOnly, connected: z.int(), kept: z.array(z.number()) }),
      ),
    }),
  },
});
