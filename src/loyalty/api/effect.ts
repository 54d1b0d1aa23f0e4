import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly } from '../../kernel/api/shapes.ts';
import { withheldKinds } from '../effect/withheld-kinds.ts';

/** How much more members have than the control, with 95 % certainty within these bounds. */
const Difference = z.object({ difference: z.number(), low: z.number(), high: z.number() });

export const effectApi = defineApi({
  'GET /api/loyalty/effect': {
    summary: 'What the programme costs and owes, and what members bring against the control',
    permission: 'loyalty.figures',
    input: z.object({ months: z.coerce.number().int().min(1).max(24).default(12) }),
    output: z.object({
      currency: z.string(),
      pointMinor: z.int(),
      /** What lies in all wallets now, by the ledger. */
      owedPoints: z.int(),
      /** Earned, but not to be spent yet, or until somebody has looked at it. */
      waitingPoints: z.int(),
      /** What wallets are below nought: it lessens what is owed to nobody else. */
      belowPoints: z.int(),
      owedMinor: z.int(),
      /** Of all that was ever earned, what ran out. */
      breakage: z.number().nullable(),
      months: z.array(
        z.object({
          month: DateOnly,
          earned: z.int(),
          spent: z.int(),
          expired: z.int(),
          /** Owed at the end of the month. */
          owedPoints: z.int(),
          rewardsMinor: z.int(),
          /** Taken off for friends, for years here and for fair prices, at the fees of tariffs. */
          offMinor: z.int(),
          acquisitionMinor: z.int(),
          retentionMinor: z.int(),
        }),
      ),
      /** Since when members and control are compared; null while nothing can be. */
      since: DateOnly.nullable(),
      members: z.object({ people: z.int(), stayed: z.int(), meanMinor: z.number() }),
      control: z.object({ people: z.int(), stayed: z.int(), meanMinor: z.number() }),
      /** What the control is not given; where it is nothing, nothing can be measured. */
      withheld: z.array(z.enum(withheldKinds)),
      stay: Difference.nullable(),
      /** A month for each, in minor units. */
      revenue: Difference.nullable(),
    }),
  },
});
