import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Instant, Line, Nothing } from '../../kernel/api/shapes.ts';
import { listRoutes } from '../../kernel/list/api.ts';
import { commissionKinds, payWays } from './kinds.ts';
import { listed } from './list.ts';
import { Commission, Contract, Counted, Held, Minor, Sum, Words } from './shapes.ts';

const one = z.object({ id: Id });
const gone = 'dealers.no_such_dealer';
const Period = z.object({ fromOn: DateOnly, toOn: DateOnly });

export const dealersApi = defineApi({
  ...listRoutes(listed),
  'POST /api/dealers': {
    summary: 'Write down a dealer and its contract',
    permission: 'dealers.manage',
    input: Contract,
    output: one,
    errors: ['dealers.name_taken'],
    status: 201,
  },
  'GET /api/dealers/{id}': {
    summary: 'A dealer: contract, debt, cards in hand, commission, people, settlements',
    permission: 'dealers.view',
    input: one,
    output: Contract.extend({
      id: Id,
      currency: z.string(),
      version: z.int(),
      isArchived: z.boolean(),
      /** Below zero it owes. */
      balanceMinor: z.int(),
      held: z.array(Held),
      commissions: z.array(Commission),
      people: z.array(z.object({ staffId: Id, name: z.string() })),
      settlements: z.array(
        Period.extend({
          id: Id,
          counted: Counted,
          closedAt: Instant,
          closedBy: z.string().nullable(),
        }),
      ),
    }),
    errors: [gone],
  },
  'PUT /api/dealers/{id}': {
    summary: 'Change a dealer’s contract, or put the dealer away',
    permission: 'dealers.manage',
    input: Contract.extend({ id: Id, version: z.int(), isArchived: z.boolean() }),
    output: Nothing,
    errors: [gone, 'dealers.name_taken', 'dealers.changed_meanwhile', 'dealers.not_settled'],
  },
  'PUT /api/dealers/{id}/people/{staffId}': {
    summary: 'Let somebody of the staff work in this dealer’s cabinet',
    permission: 'dealers.manage',
    input: z.object({ id: Id, staffId: Id }),
    output: Nothing,
    errors: [gone, 'dealers.no_such_person', 'dealers.works_elsewhere'],
  },
  'DELETE /api/dealers/{id}/people/{staffId}': {
    summary: 'Close the dealer’s cabinet to somebody',
    permission: 'dealers.manage',
    input: z.object({ id: Id, staffId: Id }),
    output: Nothing,
    errors: [gone],
  },
  'POST /api/dealers/{id}/commissions': {
    summary: 'Pay a dealer by a new rate from a day on; the one before ends the day before',
    permission: 'dealers.manage',
    input: z
      .object({
        id: Id,
        kind: z.enum(commissionKinds),
        basisPoints: z.int().min(0).max(10_000).nullable().default(null),
        amountMinor: Minor.nullable().default(null),
        fromOn: DateOnly,
        toOn: DateOnly.nullable().default(null),
      })
      .refine(({ kind, basisPoints, amountMinor }) =>
        kind === 'card_sum'
          ? amountMinor !== null && basisPoints === null
          : basisPoints !== null && amountMinor === null,
      ),
    output: one,
    errors: [gone, 'dealers.rate_of_past', 'dealers.rate_stands', 'dealers.wrong_period'],
    status: 201,
  },
  'POST /api/dealers/{id}/payments': {
    summary: 'Note that a dealer has paid its debt or a part of it',
    permission: 'dealers.manage',
    input: z.object({
      id: Id,
      amountMinor: Sum,
      way: z.enum(payWays),
      document: Words.default(''),
    }),
    output: one,
    errors: [gone],
    status: 201,
  },
  'GET /api/dealers/{id}/settlement': {
    summary: 'What a dealer took, sold, returned, was paid for and owes in a period',
    permission: 'dealers.view',
    input: Period.extend({ id: Id }),
    output: Counted,
    errors: [gone, 'dealers.wrong_period'],
  },
  'POST /api/dealers/{id}/settlements': {
    summary: 'Close the settlement of all days up to one; its figures stay as they are',
    permission: 'dealers.manage',
    input: z.object({ id: Id, toOn: DateOnly }),
    output: one,
    errors: [gone, 'dealers.not_over', 'dealers.already_settled'],
    status: 201,
  },
  'GET /api/dealer-names': {
    summary: 'Dealers to choose from, by name',
    permission: 'dealers.view',
    input: Nothing,
    output: z.object({ dealers: z.array(z.object({ id: Id, name: Line })) }),
  },
});
