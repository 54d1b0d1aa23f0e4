import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Nothing } from '../../kernel/api/shapes.ts';

/** By what a link can be sent. */
export const sendingWays = ['email', 'telegram', 'vk'] as const;
export const sendingStates = ['leaving', 'sent', 'failed', 'unknown'] as const;

/** What a contract names of the seller: without it a paper goes out that lacks something. */
export const sellerParts = ['taxNumber', 'address', 'director'] as const;

export const sendingApi = defineApi({
  'GET /api/deals/{id}/quotes/{quoteId}/ways': {
    summary: 'By what the link of a quote can be sent to whoever it is for',
    permission: 'sales.work',
    input: z.object({ id: Id, quoteId: Id }),
    output: z.object({
      ways: z.array(z.object({ key: z.string(), kind: z.enum(sendingWays), shown: z.string() })),
      /** What the operator has not told of itself, so that the contract will stand without it. */
      lacking: z.array(z.enum(sellerParts)),
    }),
    errors: ['sales.deal_not_found', 'sales.no_such_quote'],
  },
  'POST /api/deals/{id}/quotes/{quoteId}/send': {
    summary: 'Send the link of a quote by one of these ways',
    permission: 'sales.work',
    input: z.object({ id: Id, quoteId: Id, way: z.string().max(60) }),
    output: Nothing,
    errors: [
      'sales.deal_not_found',
      'sales.no_such_quote',
      'sales.quote_decided',
      'sales.quote_past',
      'sales.no_such_way',
      'sales.leaving_already',
      'sales.no_public_address',
    ],
    perMinute: 30,
  },
});
