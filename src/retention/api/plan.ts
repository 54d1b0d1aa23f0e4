import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';

const Sum = z.int();
const Told = { people: z.int(), gainMinor: Sum, costMinor: Sum, slots: z.int() };

export const planApi = defineApi({
  'GET /api/care-plan': {
    summary: 'For whom it pays to do something now, within a budget and a number of calls',
    permission: 'retention.risk',
    input: z.object({
      budgetMinor: z.coerce.number().int().min(0).max(1e13),
      slots: z.coerce.number().int().min(0).max(1_000_000),
      /** What one call costs. */
      contactMinor: z.coerce.number().int().min(0).max(1e9).default(5000),
    }),
    output: z.object({
      people: z.int(),
      plan: z.object(Told),
      actions: z.array(
        z.object({ action: z.string(), people: z.int(), gainMinor: Sum, costMinor: Sum }),
      ),
      /** The same money and calls spent on lists in other orders. */
      beside: z.array(z.object({ order: z.enum(['risk', 'value', 'random']), ...Told })),
      currency: z.string(),
    }),
  },
});
