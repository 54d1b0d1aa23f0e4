import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Instant } from '../../kernel/api/shapes.ts';
import { listRoutes } from '../../kernel/list/api.ts';
import { dealStates } from '../deals/states.ts';
import { prompts } from './prompts.ts';
import { listed } from './list.ts';
import { Changed, DealFields, Named, PersonName, Version } from './shapes.ts';

const Facts = z.record(z.string(), z.unknown());

/** Everything that the page of a deal shows. */
export const Deal = z.object({
  id: Id,
  version: Version,
  pipeline: Named,
  stage: Named,
  state: z.enum(dealStates),
  name: z.string(),
  phone: z.string(),
  email: z.string(),
  address: z.string(),
  buildingId: Id.nullable(),
  /** The building as the base knows it. */
  building: z.string().nullable(),
  flat: z.string(),
  wanted: z.string(),
  subscriberId: Id.nullable(),
  subscriberName: z.string().nullable(),
  source: Named.nullable(),
  campaign: z.string(),
  conversation: z.object({ id: Id, number: z.int(), channel: z.string() }).nullable(),
  owner: Named.nullable(),
  team: Named.nullable(),
  monthlyMinor: z.int(),
  onceMinor: z.int(),
  currency: z.string(),
  /** What was agreed on. */
  products: z.array(
    z.object({
      versionId: Id,
      name: z.string(),
      monthlyMinor: z.int(),
      onceMinor: z.int(),
    }),
  ),
  expectedOn: DateOnly.nullable(),
  nextStep: z.string(),
  nextAt: Instant.nullable(),
  lostReason: Named.nullable(),
  lostNote: z.string(),
  /** The account that was opened when it was connected. */
  account: z.object({ id: Id, number: z.string() }).nullable(),
  enteredStageAt: Instant,
  dueAt: Instant.nullable(),
  openedAt: Instant,
  closedAt: Instant.nullable(),
  createdBy: z.string().nullable(),
  /** What stages have asked to be done, the earliest first. */
  tasks: z.array(
    z.object({
      id: Id,
      text: z.string(),
      /** Whoever has the deal, where nobody is named. */
      staff: Named.nullable(),
      dueAt: Instant,
      doneAt: Instant.nullable(),
    }),
  ),
  /** What its stage leads to. */
  prompts: z.array(z.enum(prompts)),
  /** Every step with what each field was before and after, the earliest first. */
  history: z.array(
    z.object({
      id: Id,
      type: z.string(),
      at: Instant,
      actor: z.string().nullable(),
      facts: Facts,
      /** Words of the person; gone after an erasure. */
      details: Facts.nullable(),
    }),
  ),
  /** Names behind the ids that the history speaks of: `ownerStaffId 7`, `stageId 2`. */
  names: z.record(z.string(), z.string()),
});

const at = { id: Id, version: Version };

const fieldErrors = [
  'sales.bad_phone',
  'sales.bad_email',
  'sales.no_such_building',
  'sales.no_such_source',
  'sales.no_such_team',
  'sales.cannot_work',
  'subscribers.not_found',
  'subscribers.erased',
] as const;

const stageErrors = ['sales.no_such_stage', 'sales.fields_missing'] as const;
const writeErrors = ['sales.deal_not_found', 'sales.changed_meanwhile'] as const;

export const dealsApi = defineApi({
  ...listRoutes(listed),
  'POST /api/deals': {
    summary: 'Open a deal in the first stage of a pipeline, or in the one that is named',
    permission: 'sales.work',
    input: DealFields.extend({
      name: PersonName,
      /** The first pipeline where none is given. */
      pipelineId: Id.optional(),
      stageId: Id.optional(),
    }),
    output: z.object({ id: Id }),
    errors: [...fieldErrors, ...stageErrors, 'sales.no_such_pipeline'],
    status: 201,
  },
  'GET /api/deals/{id}': {
    summary: 'A deal with its whole history; its number is its id',
    permission: 'sales.work',
    input: z.object({ id: Id }),
    output: Deal,
    errors: ['sales.deal_not_found'],
  },
  'PATCH /api/deals/{id}': {
    summary: 'Change the fields given',
    permission: 'sales.work',
    input: DealFields.extend(at),
    output: Changed,
    errors: [
      ...writeErrors,
      ...fieldErrors,
      'sales.buyer_settled',
      'sales.fields_missing',
      'sales.figures_settled',
    ],
  },
  'POST /api/deals/{id}/move': {
    summary: 'Move an open deal to another stage, filling in what that stage asks for',
    permission: 'sales.work',
    input: DealFields.extend({ ...at, stageId: Id }),
    output: Changed,
    errors: [...writeErrors, ...fieldErrors, ...stageErrors, 'sales.deal_closed'],
  },
  'POST /api/deals/{id}/win': {
    summary: 'Say that a deal is won',
    permission: 'sales.work',
    input: z.object(at),
    output: Changed,
    errors: [...writeErrors, 'sales.deal_closed'],
  },
  'POST /api/deals/{id}/lose': {
    summary: 'Say that a deal is lost, and why',
    permission: 'sales.work',
    input: z.object({ ...at, reasonId: Id, note: z.string().trim().max(1000).default('') }),
    output: Changed,
    errors: [...writeErrors, 'sales.deal_closed', 'sales.no_such_reason'],
  },
  'POST /api/deals/{id}/reopen': {
    summary: 'Open a deal again that was won or lost, where it stood, for a reason',
    permission: 'sales.work',
    input: z.object({ ...at, reason: z.string().trim().min(1).max(500) }),
    output: Changed,
    errors: [...writeErrors, 'sales.deal_open', 'sales.already_connected', 'sales.no_such_stage'],
  },
});

/** A deal beside other work: on a card. */
export const DealLine = z.object({
  id: Id,
  stage: z.string(),
  state: z.enum(dealStates),
  openedAt: Instant,
  monthlyMinor: z.int(),
  currency: z.string(),
});
