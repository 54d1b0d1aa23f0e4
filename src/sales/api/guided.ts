import { z } from 'zod';
import { technologies, uses } from '../../catalog/api.ts';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Instant } from '../../kernel/api/shapes.ts';
import { guidedStates, payments } from '../guided/outcomes.ts';
import { pitchAnswers } from '../pitches/answers.ts';
import { fillings } from '../scripts/steps.ts';
import { QuoteLine } from './quotes.ts';
import { Step } from './scripts.ts';
import { Changed, PersonName, Version } from './shapes.ts';

const at = { id: Id, version: Version };

const Answer = z.object({
  /** Places of the options that were chosen, from 0. */
  options: z.array(z.int().min(0).max(20)).max(20).default([]),
  number: z.number().min(0).max(1e9).nullable().default(null),
});

const Beside = z.object({
  versionId: Id,
  productId: Id,
  name: z.string(),
  /** Less what its bundle takes off. */
  monthlyFeeMinor: z.int(),
});

const Tariff = Beside.extend({
  speedKbps: z.int().nullable(),
  connectionFeeMinor: z.int(),
  /** What brings the channels that are wanted and the tariff has not. */
  tv: Beside.nullable(),
  /** What else its bundle brings. */
  also: z.array(Beside),
  /** In which all together cost less; what that which is needed would cost without it, a month. */
  bundle: z.object({ name: z.string(), apartMinor: z.int() }).nullable(),
  /** Of all, a month. */
  feeMinor: z.int(),
  /** Over which line it is given. */
  technology: z.enum(technologies),
  isOverBudget: z.boolean(),
  /** Why it is this one, to be read aloud. */
  reason: z.string(),
});

const Line = z.object({
  technology: z.enum(technologies),
  topSpeedKbps: z.int(),
  isStopped: z.boolean(),
});

export const GuidedSale = z.object({
  ...at,
  state: z.enum(guidedStates),
  currency: z.string(),
  deal: z.object({ id: Id, name: z.string() }),
  conversationId: Id.nullable(),
  /** Where the person lives, as the deal has it. */
  place: z.object({ text: z.string(), buildingId: Id.nullable(), flat: z.string() }),
  script: z.object({ name: z.string(), number: z.int() }),
  step: Step,
  /** The how-manieth step of the way it is. */
  count: z.int(),
  /** How many follow where no answer leads aside. */
  stepsAhead: z.int(),
  /** What was answered here before. */
  answer: Answer.nullable(),
  needs: z.object({
    people: z.int(),
    devices: z.int(),
    uses: z.array(z.enum(uses)).readonly(),
    speedNowKbps: z.number().nullable(),
    budgetMinor: z.number().nullable(),
  }),
  /** Of which needs something was said; of the others the usual is taken. */
  told: z.array(z.enum(fillings)),
  /** By what the person can be reached; null where nobody has said yet. */
  lines: z.array(Line).nullable(),
  isRecommended: z.boolean(),
  /** The one tariff; null where nothing covers the need, or nobody knows what can be had. */
  recommended: Tariff.nullable(),
  alternativeCount: z.int(),
  /** Empty until they are asked for. */
  alternatives: z.array(Tariff),
  taken: Tariff.nullable(),
  /** At the end what is agreed on; `onceMinor` has the line's own cost in it. Null before. */
  agreed: z
    .object({ lines: z.array(QuoteLine), monthlyMinor: z.int(), onceMinor: z.int() })
    .nullable(),
  /** What was objected so far, in its order. */
  objections: z.array(z.object({ id: Id, name: z.string(), hasHelped: z.boolean() })),
  furthers: z.array(
    z.object({
      productId: Id,
      name: z.string(),
      monthlyFeeMinor: z.int(),
      /** What the month costs more with it: less than its fee where it makes a bundle whole. */
      addedMinor: z.int(),
      /** Once, in so many monthly parts; 0: at once. */
      onceMinor: z.int(),
      instalments: z.int(),
      argument: z.string().nullable(),
      isNeeded: z.boolean(),
      keptPercent: z.int(),
      answer: z.enum(pitchAnswers).nullable(),
    }),
  ),
  /** Of cable to the house; null while nobody has said. */
  metres: z.int().nullable(),
  /** What its connection costs goes by them; none can be paid before they are said. */
  isMetred: z.boolean(),
  paymentWays: z.array(
    z.object({
      way: z.enum(payments),
      totalMinor: z.int(),
      parts: z.int(),
      /** Of the parts the first. */
      partMinor: z.int(),
    }),
  ),
  payment: z.enum(payments).nullable(),
});

const Ending = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('agreed') }),
  z.object({ outcome: z.literal('thinking'), until: Instant }),
  z.object({
    outcome: z.literal('refused'),
    reasonId: Id,
    note: z.string().trim().max(1000).default(''),
  }),
]);

const permission = 'sales.work';
const changes = ['sales.guided_not_found', 'sales.guided_over', 'sales.guided_changed'] as const;
const ofDeal = ['sales.deal_closed', 'sales.changed_meanwhile', 'sales.deal_not_found'] as const;

export const guidedApi = defineApi({
  'POST /api/guided-sales': {
    summary: 'Begin to sell by the script, or go on where somebody has begun',
    permission,
    input: z
      .object({
        dealId: Id.optional(),
        conversationId: Id.optional(),
        /** Of whoever is known by neither. */
        name: PersonName.optional(),
        phone: z.string().trim().max(200).optional(),
        address: z.string().trim().max(200).optional(),
        /** The house of the address; looked for in its words where none is named. */
        buildingId: Id.nullable().default(null),
        flat: z.string().trim().max(20).default(''),
      })
      .refine(
        ({ dealId, conversationId, name }) =>
          [dealId, conversationId, name].filter((one) => one !== undefined).length === 1,
      ),
    output: z.object({ id: Id }),
    errors: [
      'sales.no_script',
      'sales.deal_not_found',
      'sales.deal_goes_on',
      'sales.deal_closed',
      'sales.no_such_pipeline',
      'sales.fields_missing',
      'sales.bad_phone',
      'sales.no_such_building',
      'sales.no_such_conversation',
      'subscribers.not_found',
      'subscribers.erased',
      'conversations.not_found',
      'conversations.closed_already',
      'conversations.not_taken',
      'conversations.not_yours',
    ],
    status: 201,
  },
  'GET /api/guided-sales/under-way': {
    summary: 'The guided sale that goes on in a conversation or for a deal',
    permission,
    input: z.object({ conversationId: Id.optional(), dealId: Id.optional() }),
    output: z.object({ id: Id.nullable() }),
  },
  'GET /api/guided-sales/{id}': {
    summary: 'Where a guided sale stands: the step, what was answered, what is recommended',
    permission,
    input: z.object({ id: Id }),
    output: GuidedSale,
    errors: ['sales.guided_not_found'],
  },
  'POST /api/guided-sales/{id}/answer': {
    summary: 'Answer the step where it stands and go on; a question may be passed over',
    permission,
    input: Answer.extend(at),
    output: Changed,
    errors: [...changes, 'sales.guided_no_answer', 'sales.guided_at_end'],
  },
  'POST /api/guided-sales/{id}/back': {
    summary: 'Go back a step; answers are kept',
    permission,
    input: z.object(at),
    output: Changed,
    errors: [...changes, 'sales.guided_at_start'],
  },
  'PUT /api/guided-sales/{id}/address': {
    summary: 'Say where the person lives; the deal has it too',
    permission,
    input: z.object({ ...at, buildingId: Id, flat: z.string().trim().max(20).default('') }),
    output: Changed,
    errors: [...changes, ...ofDeal, 'sales.no_such_building'],
  },
  'PUT /api/guided-sales/{id}/line': {
    summary: 'Say what line can be had where nothing is known of the building',
    permission,
    input: z.object({
      ...at,
      technology: z.enum(technologies),
      lineKbps: z.int().min(1).max(1e9),
    }),
    output: Changed,
    errors: [...changes],
  },
  'PUT /api/guided-sales/{id}/metres': {
    summary: 'Say how many metres of cable the house needs, by which its connection is priced',
    permission,
    input: z.object({ ...at, metres: z.int().min(0).max(100_000) }),
    output: Changed,
    errors: [...changes],
  },
  'POST /api/guided-sales/{id}/alternatives': {
    summary: 'Note that other tariffs were asked for, and show them',
    permission,
    input: z.object(at),
    output: Changed,
    errors: [...changes],
  },
  'PUT /api/guided-sales/{id}/tariff': {
    summary: 'Note which of the tariffs that were told the person wants',
    permission,
    input: z.object({ ...at, versionId: Id }),
    output: Changed,
    errors: [...changes, 'sales.not_recommended', 'sales.recommendation_past'],
  },
  'POST /api/guided-sales/{id}/objections': {
    summary: 'Record what was objected and answered, and whether it helped',
    permission,
    input: z.object({ ...at, answerId: Id, hasHelped: z.boolean() }),
    output: Changed,
    errors: [...changes, 'sales.no_such_answer'],
  },
  'PUT /api/guided-sales/{id}/further': {
    summary: 'Record what was answered to a further service',
    permission,
    input: z.object({ ...at, productId: Id, answer: z.enum(pitchAnswers) }),
    output: Changed,
    errors: [...changes, 'sales.not_offered'],
  },
  'PUT /api/guided-sales/{id}/payment': {
    summary: 'Note how the connection is to be paid',
    permission,
    input: z.object({ ...at, way: z.enum(payments) }),
    output: Changed,
    errors: [...changes, 'sales.no_such_payment'],
  },
  'POST /api/guided-sales/{id}/end': {
    summary: 'End it: agreed, thinking until a moment, or refused with a reason',
    permission,
    input: z.object({ ...at, ending: Ending }),
    output: Changed,
    errors: [
      ...changes,
      ...ofDeal,
      'sales.nothing_taken',
      'sales.recommendation_past',
      'sales.metres_unsaid',
      'sales.until_past',
      'sales.no_such_reason',
      'conversations.time_past',
    ],
  },
});
