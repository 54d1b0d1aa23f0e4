import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Nothing } from '../../kernel/api/shapes.ts';
import { LeavingFee, Words } from './shapes.ts';

const Number = z
  .string()
  .trim()
  .regex(/^[\p{L}\d][\p{L}\d\s/.,#№-]{0,59}$/u);

/** A line by which service is given; what a kind has no use for stays away. */
export const NewLine = z.object({
  kind: z.enum(['internet', 'tv', 'phone', 'mobile']),
  login: z.string().max(200).optional(),
  ip: z.string().max(64).optional(),
  mac: z.string().max(32).optional(),
  number: z.string().max(40).optional(),
});

const often = ['billing.no_such_account', 'subscribers.erased', 'subscribers.caller_unverified'];

const lineErrors = ['billing.wrong_line', 'billing.line_taken'];

export const openingApi = defineApi({
  'POST /api/accounts': {
    summary: 'Open an account for a subscriber; numbers are given where none are named',
    permission: 'billing.serve',
    input: z.object({
      subscriberId: Id,
      /** One of the subscriber's own. */
      serviceAddressId: Id.optional(),
      number: Number.optional(),
      /** The account's number where none is named. */
      contractNumber: Number.optional(),
      /** Today where none is named. */
      contractOn: DateOnly.optional(),
      paymentMode: z.enum(['prepaid', 'postpaid']).default('prepaid'),
      lines: z.array(NewLine).max(20).default([]),
    }),
    output: z.object({ id: Id, number: z.string() }),
    errors: [
      'subscribers.not_found',
      'subscribers.erased',
      'subscribers.caller_unverified',
      'billing.no_such_address',
      'billing.number_taken',
      ...lineErrors,
    ],
    status: 201,
  },
  'POST /api/accounts/{id}/lines': {
    summary: 'Add a line by which service is given',
    permission: 'billing.serve',
    input: z.object({ id: Id, ...NewLine.shape }),
    output: z.object({ id: Id }),
    errors: [...often, 'billing.account_closed', ...lineErrors],
    status: 201,
  },
  'DELETE /api/accounts/{id}/lines/{lineId}': {
    summary: 'Close a line; it stays in the history',
    permission: 'billing.serve',
    input: z.object({ id: Id, lineId: Id }),
    output: Nothing,
    errors: [...often, 'billing.no_such_service_line'],
  },
  'POST /api/accounts/{id}/close': {
    summary: 'Close an account today: its services and lines end, what was paid ahead comes back',
    permission: 'billing.adjust',
    input: z.object({ id: Id, words: Words.min(1), leavingFee: LeavingFee }),
    output: z.object({
      /** What stands on it at the end; below zero it is owed. */
      balanceMinor: z.int(),
      currency: z.string(),
    }),
    errors: [...often, 'billing.account_closed'],
  },
});
