import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id } from '../../kernel/api/shapes.ts';
import { Version } from './shapes.ts';

export const connectingApi = defineApi({
  'POST /api/deals/{id}/connect': {
    summary: 'Connect what was accepted: subscriber, address, account, services, first charge',
    permission: 'sales.work',
    input: z.object({
      id: Id,
      version: Version,
      /** Of the internet line; none yet where it is not known. */
      login: z.string().trim().max(128).default(''),
      /** As the account where none is named. */
      contractNumber: z.string().trim().max(60).default(''),
      contractOn: DateOnly.optional(),
    }),
    output: z.object({ id: Id, version: Version, accountId: Id, account: z.string() }),
    errors: [
      'sales.deal_not_found',
      'sales.changed_meanwhile',
      'sales.deal_closed',
      'sales.nothing_accepted',
      'sales.already_connected',
      'subscribers.not_found',
      'subscribers.erased',
      'subscribers.caller_unverified',
      'subscribers.name_missing',
      'billing.number_taken',
      'billing.wrong_line',
      'billing.line_taken',
      'billing.no_such_account',
      'billing.no_such_version',
      'billing.has_it_already',
    ],
    status: 201,
  },
});
