import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Instant, Nothing, Paging } from '../../kernel/api/shapes.ts';
import { dealStates } from '../deals/states.ts';
import { leadStates } from '../leads/states.ts';
import { DealFields, Named, PersonName, Version } from './shapes.ts';

const LeadShape = z.object({
  id: Id,
  version: Version,
  state: z.enum(leadStates),
  name: z.string(),
  phone: z.string(),
  email: z.string(),
  address: z.string(),
  flat: z.string(),
  wanted: z.string(),
  source: Named.nullable(),
  campaign: z.string(),
  dealer: Named.nullable(),
  referralCode: z.string(),
  conversation: z.object({ id: Id, number: z.int(), channel: z.string() }).nullable(),
  createdAt: Instant,
  createdBy: z.string().nullable(),
  decidedAt: Instant.nullable(),
  decidedBy: z.string().nullable(),
  declineReason: Named.nullable(),
  declineNote: z.string(),
  subscriberId: Id.nullable(),
  dealId: Id.nullable(),
});

/** By what a lead and something that is known already are alike. */
const likenesses = ['phone', 'email', 'address'] as const;
const Likeness = z.array(z.enum(likenesses)).min(1);

const at = { id: Id, version: Version };
const writeErrors = [
  'sales.lead_not_found',
  'sales.lead_decided',
  'sales.changed_meanwhile',
] as const;
const fieldErrors = [
  'sales.bad_phone',
  'sales.bad_email',
  'sales.no_such_building',
  'sales.no_such_source',
  'sales.no_such_team',
  'sales.cannot_work',
] as const;

export const leadsApi = defineApi({
  'GET /api/leads': {
    summary: 'What waits to be accepted, the earliest first; or what was decided, the latest first',
    permission: 'sales.work',
    input: z.object({ isDecided: z.stringbool().or(z.boolean()).default(false), ...Paging.shape }),
    output: z.object({ leads: z.array(LeadShape), nextCursor: z.string().nullable() }),
    errors: ['kernel.bad_cursor'],
  },
  'GET /api/leads/count': {
    summary: 'How many wait to be accepted, a hundred at most',
    permission: 'sales.work',
    input: Nothing,
    output: z.object({ count: z.int() }),
  },
  'POST /api/leads': {
    summary: 'Bring a lead: by hand, by a program, or out of a conversation, whose words it takes',
    permission: 'sales.work',
    input: DealFields.pick({
      phone: true,
      email: true,
      address: true,
      buildingId: true,
      flat: true,
      wanted: true,
      sourceId: true,
      campaign: true,
      ownerStaffId: true,
      teamId: true,
    }).extend({
      /** Asked for, unless a conversation tells it. */
      name: PersonName.optional(),
      conversationId: Id.optional(),
      /** The dealer who has brought it. */
      dealerId: Id.optional(),
      /** The code of the friend who has. */
      referralCode: z.string().trim().max(60).optional(),
    }),
    output: z.object({ id: Id, isNew: z.boolean() }),
    errors: [
      ...fieldErrors,
      'sales.name_needed',
      'sales.no_such_dealer',
      'sales.no_such_conversation',
      'sales.deal_goes_on',
    ],
    status: 201,
  },
  'GET /api/leads/{id}': {
    summary: 'A lead with everybody and every deal that looks like the same',
    permission: 'sales.work',
    input: z.object({ id: Id }),
    output: LeadShape.extend({
      subscribers: z.array(
        z.object({ id: Id, name: z.string(), by: Likeness, householdId: Id.nullable() }),
      ),
      deals: z.array(
        z.object({ id: Id, name: z.string(), state: z.enum(dealStates), by: Likeness }),
      ),
      leads: z.array(
        z.object({ id: Id, name: z.string(), state: z.enum(leadStates), by: Likeness }),
      ),
    }),
    errors: ['sales.lead_not_found'],
  },
  'POST /api/leads/{id}/accept': {
    summary: 'Make a deal of a lead, in the first stage of a pipeline',
    permission: 'sales.work',
    input: z.object({ ...at, pipelineId: Id.optional() }),
    output: z.object({ dealId: Id }),
    errors: [
      ...writeErrors,
      'sales.no_such_pipeline',
      'sales.fields_missing',
      'sales.deal_goes_on',
    ],
    status: 201,
  },
  'POST /api/leads/{id}/attach': {
    summary: 'Say that a lead is of somebody or something known already: one of these',
    permission: 'sales.work',
    input: z.object({
      ...at,
      subscriberId: Id.optional(),
      householdId: Id.optional(),
      dealId: Id.optional(),
    }),
    output: Nothing,
    errors: [
      ...writeErrors,
      'sales.nothing_to_attach',
      'sales.deal_not_found',
      'subscribers.not_found',
      'subscribers.erased',
    ],
  },
  'POST /api/leads/{id}/decline': {
    summary: 'Say that nothing comes of a lead, and why',
    permission: 'sales.work',
    input: z.object({ ...at, reasonId: Id, note: z.string().trim().max(1000).default('') }),
    output: Nothing,
    errors: [...writeErrors, 'sales.no_such_reason'],
  },
});
