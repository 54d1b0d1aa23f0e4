import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Instant, Nothing } from '../../kernel/api/shapes.ts';
import { audiences, pitchAnswers } from '../pitches/answers.ts';

/** Why nothing is offered in a conversation. */
export const silences = [
  'fault',
  'complaint',
  'leaving',
  'outage',
  'open_ticket',
  'not_served',
  'nothing_fits',
] as const;
export type Silence = (typeof silences)[number];

const Answered = z.object({ answer: z.enum(pitchAnswers), by: z.string(), at: Instant });

const Offered = z.object({
  pitchId: Id,
  productName: z.string(),
  monthlyFeeMinor: z.int(),
  currency: z.string(),
  argument: z.string(),
});

const PitchBody = z.object({
  argument: z.string().trim().min(1).max(600),
  audience: z.enum(audiences).default('everybody'),
  /** Smaller is offered first. */
  position: z.int().min(0).max(1000).default(0),
  /** For so many days after an answer the same person is not offered it again. */
  pauseDays: z.int().min(1).max(730).default(90),
  isOn: z.boolean().default(true),
});

export type PitchBody = z.output<typeof PitchBody>;

/** Figures are of this many days. */
export const FIGURES_DAYS = 90;

const Pitch = PitchBody.extend({
  id: Id,
  productId: Id,
  productName: z.string(),
  monthlyFeeMinor: z.int(),
  currency: z.string(),
  /** How often each answer was given in the last 90 days. */
  answers: z.record(z.enum(pitchAnswers), z.int()),
});

export const pitchesApi = defineApi({
  'GET /api/conversations/{id}/pitch': {
    summary: 'The one further service to offer in a conversation, or why none is offered',
    permission: 'conversations.view',
    input: z.object({ id: Id }),
    output: z.object({
      offered: Offered.nullable(),
      silence: z.enum(silences).nullable(),
      answered: Answered.nullable(),
    }),
    errors: ['conversations.not_found'],
  },
  'PUT /api/conversations/{id}/pitch': {
    summary: 'Record what was answered to the pitch; interest is followed up',
    permission: 'conversations.work',
    input: z.object({ id: Id, pitchId: Id, answer: z.enum(pitchAnswers) }),
    output: Nothing,
    errors: [
      'conversations.not_found',
      'conversations.not_yours',
      'conversations.not_taken',
      'conversations.closed_already',
      'sales.pitch_gone',
    ],
  },
  'GET /api/pitches': {
    summary: 'Everything that agents are to offer, and the further services that have no argument',
    permission: 'sales.pitches',
    input: Nothing,
    output: z.object({
      pitches: z.array(Pitch),
      products: z.array(z.object({ id: Id, name: z.string() })),
    }),
  },
  'POST /api/pitches': {
    summary: 'Prepare the argument for a further service',
    permission: 'sales.pitches',
    input: PitchBody.extend({ productId: Id }),
    output: z.object({ id: Id }),
    errors: ['sales.product_not_found', 'sales.pitch_taken'],
    status: 201,
  },
  'PUT /api/pitches/{id}': {
    summary: 'Change an argument, or stop offering it',
    permission: 'sales.pitches',
    input: PitchBody.extend({ id: Id }),
    output: Nothing,
    errors: ['sales.pitch_not_found'],
  },
});
