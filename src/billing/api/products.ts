import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id } from '../../kernel/api/shapes.ts';
import { priceChangesApi } from './price-changes.ts';

/** What later is known of products: what they brought, and how their prices change. */
export const productsApi = {
  ...priceChangesApi,
  ...defineApi({
    'GET /api/products/{id}/result': {
      summary:
        'What a product brought, month by month: who took it, who left it, what it is sold for',
      permission: 'billing.view',
      input: z.object({ id: Id }),
      output: z.object({
        currency: z.string(),
        /** The latest first; the present one is not over. */
        months: z.array(
          z.object({
            month: DateOnly,
            /** Those who began it, and those who ended it without taking a newer version of it. */
            takes: z.int(),
            leaves: z.int(),
            /** At the month's end, and what they then paid in the mean, before discounts. */
            held: z.int(),
            averageFeeMinor: z.int(),
          }),
        ),
        /** How many accounts may take it by its rules, of how many that are open. */
        eligible: z.object({ accounts: z.int(), of: z.int() }),
      }),
      errors: ['billing.no_such_version'],
    },
  }),
};
