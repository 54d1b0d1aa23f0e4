import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Instant, Nothing } from '../../kernel/api/shapes.ts';
import { Token } from './quotes.ts';

const Body = z.string().trim().min(1).max(50_000);

export const contractsApi = defineApi({
  'GET /api/contract-template': {
    summary: 'The text that contracts are made of, and what it may name',
    permission: 'sales.manage',
    input: Nothing,
    output: z.object({
      version: Id,
      body: z.string(),
      placeholders: z.array(z.string()),
      madeAt: Instant,
      /** Null: the text that an operator begins with. */
      madeBy: z.string().nullable(),
    }),
  },
  'PUT /api/contract-template': {
    summary: 'Put another text in force; contracts made before keep theirs',
    permission: 'sales.manage',
    input: z.object({ version: Id, body: Body }),
    output: z.object({ version: Id }),
    errors: ['sales.unknown_placeholder', 'sales.template_changed'],
  },
  'GET /api/contract-template/preview': {
    summary: 'The text in force as a contract, with names and sums that are made up',
    permission: 'sales.manage',
    kind: 'download',
    input: Nothing,
    output: Nothing,
    errors: ['kernel.export_busy'],
    perMinute: 60,
  },
  'GET /api/deals/{id}/quotes/{quoteId}/contract': {
    summary: 'The contract that came of an accepted quote, as a PDF',
    permission: 'sales.work',
    kind: 'download',
    input: z.object({ id: Id, quoteId: Id }),
    output: Nothing,
    errors: [
      'sales.deal_not_found',
      'sales.no_contract',
      'kernel.export_busy',
      'subscribers.caller_unverified',
    ],
    perMinute: 60,
  },
  'GET /api/public/quotes/{token}/contract': {
    summary: 'The same for whoever has the link and knows how the phone ends',
    permission: 'public',
    kind: 'download',
    input: z.object({ token: Token, phoneEnd: z.string().regex(/^\d{4}$/) }),
    output: Nothing,
    errors: [
      'sales.contract_by_phone_only',
      'sales.wrong_phone_end',
      'sales.no_contract',
      'kernel.export_busy',
    ],
    perMinute: 20,
  },
});
