import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Line, Nothing } from '../../kernel/api/shapes.ts';
import { clueKinds } from './payment-kinds.ts';

/** An account that a payment may be meant for, with what speaks for it. */
export const Suggestion = z.object({
  accountId: Id,
  account: z.string(),
  contract: z.string().nullable(),
  state: z.enum(['active', 'suspended', 'paused']),
  subscriberId: Id,
  subscriberName: z.string(),
  reasons: z.array(z.object({ why: z.enum(clueKinds), told: z.string() })),
});

export const placingApi = defineApi({
  'GET /api/payments/{id}/suggestions': {
    summary: 'Accounts that an unidentified payment may be meant for, each with the reason',
    permission: 'billing.payments',
    input: z.object({
      id: Id,
      /** What is known from elsewhere: a number, a name, a phone; else the payment’s own words. */
      q: z.string().trim().max(100).optional(),
    }),
    output: z.object({ suggestions: z.array(Suggestion) }),
    errors: ['billing.no_such_payment'],
  },
  'POST /api/payments/{id}/place': {
    summary: 'Credit an unidentified payment to an account',
    permission: 'billing.payments',
    input: z.object({ id: Id, accountId: Id }),
    output: Nothing,
    errors: [
      'billing.no_such_payment',
      'billing.already_placed',
      'billing.no_such_account',
      'billing.account_closed',
      'billing.other_currency',
      'subscribers.erased',
      'subscribers.caller_unverified',
    ],
  },
  'POST /api/payments/{id}/returns': {
    summary: 'Give a payment back to its payer, whole or in part, with the reason',
    permission: 'billing.refund',
    input: z.object({ id: Id, amountMinor: z.int().min(1).max(1e12), reason: Line }),
    output: z.object({ id: Id }),
    errors: [
      'billing.no_such_payment',
      'billing.above_payment',
      'billing.card_is_spent',
      'billing.return_at_desk',
    ],
    status: 201,
  },
});
