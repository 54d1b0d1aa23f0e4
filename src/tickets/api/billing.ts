import { z } from 'zod';
import { Correction, LineMention } from '../../billing/api.ts';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Nothing } from '../../kernel/api/shapes.ts';

/** What of an account a ticket is about: a line of its statement, or a period of days. */
export const SubjectInput = z.object({
  accountId: Id,
  lineId: Id.optional(),
  fromOn: DateOnly.optional(),
  toOn: DateOnly.optional(),
});
export type SubjectInput = z.output<typeof SubjectInput>;

export const subjectErrors = [
  'tickets.not_of_subscriber',
  'tickets.subject_empty',
  'billing.no_such_account',
  'billing.no_such_line',
  'billing.wrong_period',
] as const;

export const billingApi = defineApi({
  'GET /api/tickets/{id}/billing': {
    summary: 'What of accounts a ticket is about, and the corrections that came from it',
    permission: 'tickets.view',
    input: z.object({ id: Id }),
    output: z.object({
      subjects: z.array(
        z.object({
          id: Id,
          accountId: Id,
          account: z.string(),
          currency: z.string(),
          line: LineMention.nullable(),
          fromOn: DateOnly.nullable(),
          toOn: DateOnly.nullable(),
        }),
      ),
      corrections: z.array(Correction),
      /** Accounts of the ticket's subscriber that the asker may see. */
      accounts: z.array(z.object({ id: Id, number: z.string(), currency: z.string() })),
    }),
    errors: ['tickets.not_found'],
  },
  'POST /api/tickets/{id}/subjects': {
    summary: 'Say that a ticket is about a line of a statement, or a period; both show it',
    permission: 'tickets.work',
    input: SubjectInput.extend({ id: Id }),
    output: z.object({ subjectId: Id }),
    errors: ['tickets.not_found', 'tickets.merged', ...subjectErrors],
    status: 201,
  },
  'DELETE /api/tickets/{id}/subjects/{subjectId}': {
    summary: 'Take that back; corrections that came from the ticket stay',
    permission: 'tickets.work',
    input: z.object({ id: Id, subjectId: Id }),
    output: Nothing,
    errors: ['tickets.not_found', 'tickets.merged', 'tickets.no_such_subject'],
  },
});
