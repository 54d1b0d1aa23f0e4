import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Nothing } from '../../kernel/api/shapes.ts';

export const personalDataApi = defineApi({
  'GET /api/subscribers/{id}/personal-data': {
    summary: 'Everything that is held about a person: a page to read, or JSON',
    permission: 'subscribers.export',
    kind: 'download',
    input: z.object({ id: Id, format: z.enum(['html', 'json']).default('html') }),
    output: Nothing,
    errors: ['subscribers.not_found'],
    perMinute: 60,
  },
  'POST /api/subscribers/{id}/erase': {
    summary: 'Erase a person’s data for good; records of money stay, without the person',
    permission: 'subscribers.erase',
    input: z.object({
      id: Id,
      /** The subscriber's name, typed again; the number where there is no name. */
      confirm: z.string().max(200),
      reason: z.enum(['request', 'retention_over', 'entered_by_mistake']),
      /** Erase although the statutory time of keeping is not over. */
      isBeforeRetention: z.boolean().default(false),
    }),
    output: z.object({ erasedIds: z.array(Id) }),
    errors: [
      'subscribers.not_found',
      'subscribers.erase_not_confirmed',
      'subscribers.still_customer',
      'subscribers.retention_not_over',
      'billing.account_open',
    ],
    perMinute: 60,
  },
});
