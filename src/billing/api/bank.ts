import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id } from '../../kernel/api/shapes.ts';
import { badLineReasons, lineStates } from './payment-kinds.ts';

const Column = z.coerce.number().int().min(0).max(200).optional();

/** Which column of a table tells what, from 0; where neither day nor sum is told, by headings. */
const Columns = z.object({
  on: Column,
  sum: Column,
  payer: Column,
  tax: Column,
  account: Column,
  number: Column,
  purpose: Column,
});

const Given = Columns.extend({ sourceId: Id });

const errors = [
  'billing.no_such_source',
  'billing.statement_too_large',
  'billing.statement_unread',
  'billing.other_bank_account',
] as const;

export const bankApi = defineApi({
  'POST /api/payments/statements/preview': {
    summary: 'What a bank’s statement would bring, line by line; nothing is written',
    permission: 'billing.bank',
    kind: 'upload',
    input: Given,
    output: z.object({
      format: z.enum(['exchange', 'table']),
      currency: z.string(),
      heading: z.array(z.string()),
      columns: Columns,
      lines: z.array(
        z.object({
          lineNumber: z.int(),
          number: z.string(),
          on: DateOnly,
          amountMinor: z.int(),
          payer: z.string(),
          payerTaxNumber: z.string(),
          payerAccount: z.string(),
          purpose: z.string(),
          state: z.enum(lineStates),
          /** Null also where it is recognised, but out of reach. */
          recognised: z
            .object({
              accountId: Id,
              account: z.string(),
              subscriberId: Id,
              subscriberName: z.string(),
              why: z.enum(['invoice', 'account', 'contract', 'tax']),
            })
            .nullable(),
          /** Whose name the payer's is, where nobody is recognised: for a person to place it. */
          suggested: z
            .object({ accountId: Id, account: z.string(), subscriberName: z.string() })
            .nullable(),
        }),
      ),
      /** What could not be read, by its line in the file. */
      bad: z.array(
        z.object({ lineNumber: z.int(), why: z.enum(badLineReasons), text: z.string() }),
      ),
    }),
    errors,
  },
  'POST /api/payments/statements': {
    summary: 'Credit what a bank’s statement brings, each document once',
    permission: 'billing.bank',
    kind: 'upload',
    input: Given,
    output: z.object({
      credited: z.int(),
      /** Waits unidentified. */
      held: z.int(),
      /** Looks as if it came already: posted nowhere before a person says. */
      doubted: z.int(),
      repeats: z.int(),
      notIncoming: z.int(),
      bad: z.int(),
    }),
    errors: [...errors, 'billing.statement_busy'],
  },
});
