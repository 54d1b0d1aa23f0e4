import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Instant, Nothing } from '../../kernel/api/shapes.ts';

export const homeApi = defineApi({
  'GET /api/home': {
    summary: 'What needs me now: my own work, and the figures of what I lead',
    permission: 'me',
    input: Nothing,
    output: z.object({
      currency: z.string(),
      /** Whether there is anything that could ever wait for this person. */
      hasCards: z.boolean(),
      cards: z.array(
        z.object({
          key: z.string(),
          title: z.string(),
          path: z.string(),
          count: z.int(),
          rows: z.array(
            z.object({
              title: z.string().nullable(),
              words: z.string(),
              at: Instant.nullable(),
              isLate: z.boolean(),
              path: z.string(),
            }),
          ),
          figures: z.array(
            z.object({
              label: z.string(),
              unit: z.enum(['count', 'money', 'share', 'minutes', 'months']),
              good: z.enum(['up', 'down']),
              value: z.number().nullable(),
              before: z.number().nullable(),
              path: z.string(),
            }),
          ),
        }),
      ),
    }),
  },
});
