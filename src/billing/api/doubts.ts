import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Instant, Nothing } from '../../kernel/api/shapes.ts';

export const doubtsApi = defineApi({
  'GET /api/payment-doubts': {
    summary: 'Lines of statements that look as if they came already, not settled yet',
    permission: 'billing.payments',
    input: Nothing,
    output: z.object({
      doubts: z.array(
        z.object({
          id: Id,
          source: z.string(),
          currency: z.string(),
          amountMinor: z.int(),
          paidAt: Instant,
          documentNumber: z.string(),
          payer: z.string(),
          purpose: z.string(),
          receivedAt: Instant,
          /** The payment that it seems to be; null where only its file was brought before. */
          like: z
            .object({
              source: z.string(),
              externalId: z.string(),
              account: z.string().nullable(),
              payer: z.string(),
              purpose: z.string(),
            })
            .nullable(),
        }),
      ),
    }),
  },
  'POST /api/payment-doubts/{id}/settle': {
    summary: 'Say whether a line in doubt had come, or is another payment to be credited',
    permission: 'billing.payments',
    input: z.object({ id: Id, isAnother: z.boolean() }),
    output: Nothing,
    errors: ['billing.no_such_doubt'],
  },
});
