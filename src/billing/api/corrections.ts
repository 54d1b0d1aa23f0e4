import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Paging } from '../../kernel/api/shapes.ts';
import { correctionQueues, correctionStates, proposedKinds } from './correction-kinds.ts';
import { Amount, Correction, Pointer, Words } from './shapes.ts';

const About = z.object({
  lineId: Id.optional(),
  fromOn: DateOnly.optional(),
  toOn: DateOnly.optional(),
});

const decided = z.object({ id: Id, state: z.enum(correctionStates) });

const gone = ['billing.no_such_correction', 'billing.already_decided'] as const;
const unfit = ['billing.no_such_reason', 'subscribers.erased'] as const;

export const correctionsApi = defineApi({
  'GET /api/accounts/{id}/suggested-correction': {
    summary: 'What a correction of a line or a period would come to, and how that is counted',
    permission: 'billing.propose_correction',
    input: About.extend({ id: Id }),
    output: z.object({
      currency: z.string(),
      /** Positive raises the balance; zero where nothing is left to give back. */
      amountMinor: z.int(),
      /** What other corrections give back of it already, or would once they are approved. */
      givenBackMinor: z.int(),
      /** Of a period: days times price, a row for each service and calendar month. */
      parts: z.array(
        z.object({
          subscriptionId: Id,
          fromOn: DateOnly,
          name: z.string(),
          monthlyFeeMinor: z.int(),
          days: z.int(),
          daysOfMonth: z.int(),
          amountMinor: z.int(),
        }),
      ),
    }),
    errors: [
      'billing.no_such_account',
      'billing.no_such_line',
      'billing.wrong_period',
      'subscribers.caller_unverified',
    ],
  },
  'POST /api/accounts/{id}/corrections': {
    summary: 'Propose a correction of an account; it moves nothing until it is approved',
    permission: 'billing.propose_correction',
    input: About.extend({
      id: Id,
      kind: z.enum(proposedKinds),
      amountMinor: Amount.refine((amount) => amount !== 0),
      reasonId: Id,
      words: Words.default(''),
      /** The work that it comes from, e.g. a ticket: its history tells of it too. */
      origin: Pointer.optional(),
    }),
    output: z.object({ id: Id }),
    errors: [
      'billing.no_such_account',
      'billing.no_such_line',
      'billing.wrong_period',
      'billing.wrong_direction',
      'billing.not_a_charge',
      'billing.above_charge',
      'billing.no_such_origin',
      ...unfit,
    ],
    status: 201,
  },
  'GET /api/corrections': {
    summary: 'Corrections that wait for a decision, or were decided, the latest last or first',
    permission: 'billing.view',
    input: Paging.extend({ queue: z.enum(correctionQueues).default('mine_to_decide') }),
    output: z.object({ corrections: z.array(Correction), nextCursor: z.string().nullable() }),
    errors: ['kernel.bad_cursor'],
  },
  'GET /api/corrections/count': {
    summary: 'How many corrections wait for the asker’s decision',
    permission: 'billing.approve_correction',
    input: z.object({}),
    output: z.object({ count: z.int() }),
  },
  'POST /api/corrections/{id}/approve': {
    summary: 'Approve a correction: it is posted at once, and once only',
    permission: 'billing.approve_correction',
    input: z.object({ id: Id }),
    output: decided,
    errors: [
      ...gone,
      'billing.own_proposal',
      'billing.above_limit',
      'billing.no_such_line',
      'billing.wrong_direction',
      'billing.not_a_charge',
      'billing.above_charge',
    ],
  },
  'POST /api/corrections/{id}/refuse': {
    summary: 'Refuse a correction, with the reason',
    permission: 'billing.approve_correction',
    input: z.object({ id: Id, words: Words.min(1) }),
    output: decided,
    errors: [...gone, 'billing.own_proposal', 'billing.above_limit'],
  },
  'POST /api/corrections/{id}/withdraw': {
    summary: 'Take one’s own proposal back before it is decided on',
    permission: 'billing.propose_correction',
    input: z.object({ id: Id }),
    output: decided,
    errors: [...gone],
  },
  'POST /api/corrections/{id}/reverse': {
    summary: 'Propose that a posted correction be taken back by its opposite',
    permission: 'billing.propose_correction',
    input: z.object({ id: Id, reasonId: Id, words: Words.default('') }),
    output: z.object({ id: Id }),
    errors: ['billing.no_such_correction', 'billing.not_posted', ...unfit],
    status: 201,
  },
});
