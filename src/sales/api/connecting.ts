import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Instant, Line, Nothing } from '../../kernel/api/shapes.ts';
import { careOutcomes } from '../care/outcomes.ts';
import { sendingStates } from './sending.ts';
import { Version } from './shapes.ts';
import { DealVisit } from './visits.ts';

const bases = ['sold', 'rented'] as const;

const Equipment = z.object({
  id: Id,
  kind: z.string(),
  serial: z.string(),
  basis: z.enum(bases),
  handedAt: Instant,
  handedBy: z.string().nullable(),
  returnedAt: Instant.nullable(),
  returnReason: z.string(),
});

const Part = z.object({
  number: z.int(),
  dueOn: DateOnly,
  amountMinor: z.int(),
  state: z.enum(['charged', 'due', 'dropped']),
});

const Connection = z.object({
  id: Id,
  accountId: Id,
  account: z.string(),
  currency: z.string(),
  connectedAt: Instant,
  connectedBy: z.string().nullable(),
  undoneAt: Instant.nullable(),
  undoReason: z.string(),
  parts: z.array(Part),
  /** By what whoever was connected was greeted, and whether that has left; null: they were not. */
  welcome: z.object({ way: z.string(), state: z.enum(sendingStates) }).nullable(),
  /** Calls of the first month. */
  care: z.array(
    z.object({
      id: Id,
      day: z.int(),
      tries: z.int(),
      startsAt: Instant,
      dueAt: Instant,
      doneAt: Instant.nullable(),
      doneBy: z.string().nullable(),
      outcome: z.enum(careOutcomes).nullable(),
      note: z.string(),
    }),
  ),
});

export const connectingApi = defineApi({
  'POST /api/deals/{id}/connect': {
    summary: 'Connect what was accepted: subscriber, address, account, services, first charge',
    permission: 'sales.work',
    input: z.object({
      id: Id,
      version: Version,
      /** Of the internet line; none yet where it is not known. */
      login: z.string().trim().max(128).default(''),
      /** The one that was accepted where none is named. */
      contractNumber: z.string().trim().max(60).default(''),
      contractOn: DateOnly.optional(),
      /** Where the deal names no subscriber and some are alike: which of them it is, by id. */
      buyer: z.union([z.enum(['ask', 'another']), Id]).default('ask'),
      /** It is known that the address is not reached now, and connected all the same. */
      isOverridden: z.boolean().default(false),
    }),
    output: z.object({ id: Id, version: Version, accountId: Id, account: z.string() }),
    errors: [
      'sales.deal_not_found',
      'sales.changed_meanwhile',
      'sales.deal_closed',
      'sales.nothing_accepted',
      'sales.already_connected',
      'sales.known_already',
      'sales.not_reached',
      'sales.not_reached_now',
      'subscribers.not_found',
      'subscribers.erased',
      'subscribers.caller_unverified',
      'subscribers.name_missing',
      'billing.number_taken',
      'billing.wrong_line',
      'billing.line_taken',
      'billing.no_such_account',
      'billing.no_such_version',
      'billing.has_it_already',
    ],
    status: 201,
  },
  'POST /api/deals/{id}/connect/undo': {
    summary: 'Take a connection back for which nobody has paid: the account closes, the deal opens',
    permission: 'sales.work',
    input: z.object({ id: Id, version: Version, reason: Line }),
    output: z.object({ id: Id, version: Version, balanceMinor: z.int() }),
    errors: [
      'sales.deal_not_found',
      'sales.changed_meanwhile',
      'sales.not_connected',
      'sales.money_came',
      'sales.part_corrected',
      'sales.deal_open',
      'sales.already_connected',
      'sales.no_such_stage',
      'billing.no_such_account',
      'billing.account_closed',
      'subscribers.erased',
    ],
  },
  'GET /api/deals/{id}/alike': {
    summary: 'Subscribers who may be whoever buys, where the deal names none',
    permission: 'sales.work',
    input: z.object({ id: Id }),
    output: z.object({ alike: z.array(z.object({ id: Id, name: z.string() })) }),
    errors: ['sales.deal_not_found'],
  },
  'GET /api/deals/{id}/order': {
    summary: 'What was done of a connection: what was handed over, the account, what it costs',
    permission: 'sales.work',
    input: z.object({ id: Id }),
    output: z.object({
      visits: z.array(DealVisit),
      equipment: z.array(Equipment),
      /** Equipment that the accepted quote names, and whether it is paid by the month. */
      offered: z.array(z.object({ productVersionId: Id, name: z.string(), isRented: z.boolean() })),
      /** The latest last; those before were taken back. */
      connections: z.array(Connection),
    }),
    errors: ['sales.deal_not_found'],
  },
  'POST /api/deals/{id}/equipment': {
    summary: 'Note what was handed over',
    permission: 'sales.work',
    input: z.object({
      id: Id,
      productVersionId: Id.nullable().default(null),
      kind: Line,
      serial: Line,
      /** Of what was offered it is that of the offer. */
      basis: z.enum(bases),
    }),
    output: z.object({ id: Id }),
    errors: [
      'sales.deal_not_found',
      'sales.deal_closed',
      'sales.nothing_accepted',
      'sales.no_such_version',
      'sales.handed_already',
      'sales.serial_out',
    ],
    status: 201,
  },
  'POST /api/deals/{id}/equipment/{equipmentId}/return': {
    summary: 'Note that it came back, and why',
    permission: 'sales.work',
    input: z.object({ id: Id, equipmentId: Id, reason: Line }),
    output: Nothing,
    errors: [
      'sales.deal_not_found',
      'sales.no_such_equipment',
      'sales.returned_already',
      'sales.sold_for_good',
    ],
  },
});
