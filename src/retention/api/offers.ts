import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Nothing } from '../../kernel/api/shapes.ts';
import { deskHindrances, offerAnswers, offerKinds, offerSilences } from '../offers/kinds.ts';
import { at, caseErrors, Changed, Name, Note, Version } from './shapes.ts';
import { givingErrors } from './giving-errors.ts';

const Share = z.number().min(0).max(1);
const Amount = z.int().min(0).max(1e12);

const Fields = z.object({
  name: Name,
  kind: z.enum(offerKinds),
  /** How it is said aloud. */
  words: Note,
  /** Percent of a discount; minor units a month of a bonus; minor units of an apology. */
  value: Amount,
  months: z.int().min(0).max(24),
  /** Groups of reasons that it helps with; none: all that an offer can help. */
  groupIds: z.array(Id).max(50),
  leastMonthlyMinor: Amount,
  leastTenureMonths: z.int().min(0).max(600),
  /** θ, until it is learnt. */
  saveRate: Share,
  /** u */
  takeUp: Share,
  /** ω */
  harm: Share,
  contactMinor: Amount,
  cooldownDays: z.int().min(0).max(3650),
  budgetMinor: Amount.nullable(),
});
const { shape } = Fields;

/** What a new one does not say; a change says all of it, so that nothing falls back unseen. */
const NewFields = Fields.extend({
  words: shape.words.default(''),
  value: shape.value.default(0),
  months: shape.months.default(0),
  groupIds: shape.groupIds.default([]),
  leastMonthlyMinor: shape.leastMonthlyMinor.default(0),
  leastTenureMonths: shape.leastTenureMonths.default(0),
  harm: shape.harm.default(0),
  contactMinor: shape.contactMinor.default(0),
  cooldownDays: shape.cooldownDays.default(180),
  budgetMinor: shape.budgetMinor.default(null),
});

const Offer = z.object({
  ...Fields.shape,
  id: Id,
  version: Version,
  isArchived: z.boolean(),
  words: z.string(),
  /** How often it was said, taken, and how many of those stayed a month. */
  tried: z.int(),
  taken: z.int(),
  kept: z.int(),
});

const CaseOffer = z.object({
  offerId: Id,
  name: z.string(),
  kind: z.enum(offerKinds),
  words: z.string(),
  value: z.int(),
  months: z.int(),
  /** What it is expected to bring, and what it costs if it is taken. */
  expectedMinor: z.int(),
  costMinor: z.int(),
  learntRate: z.number(),
  /** Of how many who took it that was learnt; none: it is what was stated. */
  decided: z.int(),
  /** Why it may not be said now. */
  hindrance: z.enum(deskHindrances).nullable(),
  answer: z.enum(offerAnswers).nullable(),
  accountId: Id.nullable(),
});

const offerErrors = [
  'retention.name_taken',
  'retention.no_such_offer',
  'retention.changed_meanwhile',
  'retention.no_such_reason',
  'retention.offer_without_value',
];

export const offersApi = defineApi({
  'GET /api/cases/{id}/offers': {
    summary: 'What may be offered, the best by expected value first; or why nothing is',
    permission: 'retention.work',
    /** The account that it would be given on; the one that brings most where none is named. */
    input: z.object({ id: Id, accountId: Id.optional() }),
    output: z.object({
      silence: z.enum(offerSilences).nullable(),
      currency: z.string(),
      offers: z.array(CaseOffer),
    }),
    errors: ['retention.no_such_case', 'subscribers.caller_unverified'],
  },
  'POST /api/cases/{id}/offers/{offerId}': {
    summary: 'Keep what they answered to an offer; one that is taken is given at once',
    permission: 'retention.work',
    input: z.object({
      ...at,
      offerId: Id,
      answer: z.enum(offerAnswers),
      /** Their open account that brings most where none is named. */
      accountId: Id.optional(),
      /** The tariff that fits, of an offer to change it. */
      productVersionId: Id.optional(),
      /** That a bundle ends with the tariff that is changed was told, and is wanted. */
      isConfirmed: z.boolean().default(false),
    }),
    output: Changed,
    errors: [
      ...caseErrors,
      'subscribers.caller_unverified',
      'retention.not_offered',
      'retention.answered_already',
      ...givingErrors,
    ],
  },
  'POST /api/cases/{id}/offers/{offerId}/undo': {
    summary: 'Take back what was answered: a refusal, or a discount, which ends today',
    permission: 'retention.work',
    input: z.object({ ...at, offerId: Id }),
    output: Changed,
    errors: [
      ...caseErrors,
      'retention.not_answered',
      'retention.undo_there',
      'billing.no_such_discount',
    ],
  },
  'GET /api/retention-offers': {
    summary: 'What may be offered to whoever wants to leave, with what came of it',
    permission: 'retention.manage',
    input: z.object({}),
    output: z.object({ offers: z.array(Offer), currency: z.string() }),
  },
  'POST /api/retention-offers': {
    summary: 'Add something to offer',
    permission: 'retention.manage',
    input: NewFields,
    output: z.object({ id: Id }),
    errors: offerErrors,
    status: 201,
  },
  'PUT /api/retention-offers/{id}': {
    summary: 'Change what is offered, or offer it no longer; what was given stays',
    permission: 'retention.manage',
    input: Fields.extend({ id: Id, version: Version, isArchived: z.boolean() }),
    output: Nothing,
    errors: offerErrors,
  },
});
