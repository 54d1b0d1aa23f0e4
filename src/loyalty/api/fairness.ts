import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Nothing, Paging } from '../../kernel/api/shapes.ts';

const permission = 'loyalty.check';
const Ids = z.array(Id).min(1).max(500);

export const fairnessApi = defineApi({
  'GET /api/loyalty/unfair': {
    summary: 'Loyal subscribers who pay more than a newcomer would, who is most at risk first',
    permission,
    input: Paging,
    output: z.object({
      countedOn: DateOnly.nullable(),
      loyalMonths: z.int(),
      currency: z.string(),
      /** Of all whom the asker may see. */
      people: z.int(),
      /** What it costs to make all of it right, a year. */
      yearMinor: z.int(),
      atRiskMinor: z.int(),
      rows: z.array(
        z.object({
          /** Of the subscription. */
          id: Id,
          subscriberId: Id,
          name: z.string(),
          tenureMonths: z.int(),
          product: z.string(),
          paidMinor: z.int(),
          newcomerProduct: z.string(),
          newcomerMinor: z.int(),
          yearMinor: z.int(),
          atRiskMinor: z.int(),
        }),
      ),
      nextCursor: z.string().nullable(),
    }),
    errors: ['kernel.bad_cursor'],
  },
  'POST /api/loyalty/unfair/count': {
    summary: 'Compare all prices anew, without waiting for the night',
    permission: 'loyalty.manage',
    input: Nothing,
    output: z.object({ count: z.int() }),
  },
  'POST /api/loyalty/unfair/make-right': {
    summary: 'Take off what somebody pays more than a newcomer would; of one or of many',
    permission,
    input: z.object({ subscriptionIds: Ids }),
    output: z.object({ rightIds: z.array(Id), refused: z.int() }),
    errors: ['loyalty.nothing_unfair'],
  },
  'POST /api/loyalty/rights/undo': {
    summary: 'End discounts by which prices were made right',
    permission,
    input: z.object({ rightIds: Ids }),
    output: z.object({ undone: z.int() }),
    errors: ['loyalty.nothing_unfair'],
  },
});
