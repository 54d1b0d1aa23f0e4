import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Line, Nothing } from '../../kernel/api/shapes.ts';

const Bundle = z.object({
  id: Id,
  name: z.string(),
  kind: z.enum(['percent', 'price']),
  /** Hundredths of a percent off, or what all parts cost together a month, in minor units. */
  value: z.int(),
  isArchived: z.boolean(),
  /** What it consists of, each with its own fee as it is sold today. */
  parts: z.array(z.object({ productId: Id, name: z.string(), feeMinor: z.int() })),
});

export const bundlesApi = defineApi({
  'GET /api/bundles': {
    summary: 'What costs less together',
    permission: 'billing.view',
    input: Nothing,
    output: z.object({ currency: z.string(), bundles: z.array(Bundle) }),
  },
  'POST /api/bundles': {
    summary: 'Sell products together for less',
    permission: 'catalog.edit',
    input: Bundle.pick({ kind: true }).extend({
      name: Line,
      value: z.int().min(1).max(1e12),
      productIds: z.array(Id).min(2).max(10),
    }),
    output: z.object({ id: Id }),
    errors: [
      'catalog.name_taken',
      'catalog.wrong_bundle',
      'catalog.saves_nothing',
      'catalog.below_floor',
    ],
    status: 201,
  },
  'PUT /api/bundles/{id}': {
    summary: 'Sell a bundle no longer, or again; whoever has it keeps it',
    permission: 'catalog.edit',
    input: z.object({ id: Id, isArchived: z.boolean() }),
    output: Nothing,
    errors: ['catalog.no_such_bundle'],
  },
});
