import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Instant, Nothing } from '../../kernel/api/shapes.ts';
import { listRoutes } from '../../kernel/list/api.ts';
import { clientStates, lacks } from '../kinds.ts';
import { listed } from './list.ts';
import { Amount, Named, TemperWord, TierWord, Version, Words } from './shapes.ts';

const Months = z.int().min(0).max(120);
const Sum = Amount.min(1);

export const Rules = z.object({
  numberAboveMinor: Sum,
  accountAboveMinor: Sum,
  monthsAbove: Months,
  carefulMonths: Months,
  highFromMinor: Sum,
  veryHighFromMinor: Sum,
  nearPercent: z.int().min(0).max(50),
  graceDays: z.int().min(0).max(365),
  corporateLines: z.int().min(1).max(1000),
  corporateAboveMinor: Amount,
  corporateMonths: Months,
  silenceDays: z.int().min(1).max(365),
  balanceDays: z.int().min(1).max(60),
  endingDays: z.int().min(1).max(365),
});

const Override = z.object({
  id: Id,
  wants: z.enum(['in', 'out']),
  tier: TierWord.nullable(),
  untilOn: DateOnly,
  reason: z.string(),
  state: z.enum(['asked', 'approved', 'refused', 'ended']),
  askedBy: Named.nullable(),
  askedAt: Instant,
  decidedBy: Named.nullable(),
  /** Whoever asked does not decide. */
  isMine: z.boolean(),
});

export const Client = z.object({
  id: Id,
  version: Version,
  name: z.string(),
  kind: z.enum(['person', 'organisation']),
  state: z.enum(clientStates),
  tier: TierWord.nullable(),
  isCorporate: z.boolean(),
  numberMinor: z.int(),
  /** The dearest number as people know it: a login, a phone. */
  number: z.string().nullable(),
  accountMinor: z.int(),
  account: z.string().nullable(),
  totalMinor: z.int(),
  lines: z.int(),
  withUsSince: DateOnly.nullable(),
  carefulSince: DateOnly.nullable(),
  missing: z.array(z.object({ what: z.enum(lacks), by: z.int() })),
  memberSince: DateOnly.nullable(),
  dropsOn: DateOnly.nullable(),
  leftOn: DateOnly.nullable(),
  personalManager: Named.nullable(),
  acting: Named.nullable(),
  temper: TemperWord.nullable(),
  countedOn: DateOnly,
  month: DateOnly,
  currency: z.string(),
  rules: Rules,
  overrides: z.array(Override),
});

const Counted = z.object({
  month: DateOnly,
  members: z.int(),
  candidates: z.int(),
  tiers: z.record(z.string(), z.int()),
  corporate: z.int(),
});

const manage = 'vip.manage';

export const programmeApi = defineApi({
  ...listRoutes(listed),
  'GET /api/vip/{id}': {
    summary: 'A client of the programme: why they are of it, what lacks, who leads them',
    permission: 'vip.work',
    input: z.object({ id: Id }),
    output: Client,
    errors: ['vip.no_such_client'],
  },
  'PUT /api/vip/{id}': {
    summary: 'Say who leads a client, and what kind of person they are',
    permission: 'vip.work',
    input: z.object({
      id: Id,
      version: Version,
      personalManagerId: Id.nullable(),
      temper: TemperWord.nullable(),
    }),
    output: z.object({ version: Version }),
    errors: ['vip.no_such_client', 'vip.changed_meanwhile', 'vip.no_such_personal_manager'],
  },
  'POST /api/vip/{id}/overrides': {
    summary: 'Ask to take somebody in, or leave them out, against the rules and for a time',
    permission: 'vip.work',
    input: z.object({
      /** Any subscriber whose card one sees. */
      id: Id,
      wants: z.enum(['in', 'out']),
      tier: TierWord.nullable().default(null),
      untilOn: DateOnly,
      reason: Words,
    }),
    output: z.object({ id: Id }),
    errors: [
      'vip.no_such_client',
      'vip.override_stands',
      'vip.tier_needed',
      'vip.term_past',
      'subscribers.not_found',
      'subscribers.erased',
    ],
    status: 201,
  },
  'POST /api/vip/{id}/overrides/{overrideId}/decide': {
    summary: 'Approve or refuse what another has asked, or end what stands',
    permission: 'vip.approve',
    input: z.object({
      id: Id,
      overrideId: Id,
      decision: z.enum(['approved', 'refused', 'ended']),
    }),
    output: Nothing,
    errors: ['vip.no_such_client', 'vip.no_such_override', 'vip.decided_already', 'vip.own_wish'],
  },
  'GET /api/vip-settings': {
    summary: 'By what rules somebody is of the programme, and what the last night came to',
    permission: manage,
    input: Nothing,
    output: Rules.extend({
      version: Version,
      currency: z.string(),
      lastRun: z
        .object({
          on: DateOnly,
          month: DateOnly,
          members: z.int(),
          candidates: z.int(),
          admitted: z.int(),
          dropped: z.int(),
          finishedAt: Instant,
        })
        .nullable(),
    }),
  },
  'PUT /api/vip-settings': {
    summary: 'Put other rules in force from the next night on',
    permission: manage,
    input: Rules.extend({ version: Version }),
    output: z.object({ version: Version }),
    errors: ['vip.changed_meanwhile', 'vip.tiers_crossed'],
  },
  'POST /api/vip-settings/try': {
    summary: 'Whom these rules would take in now, in numbers; nothing is changed',
    permission: manage,
    input: Rules,
    output: z.object({ now: Counted, tried: Counted, comes: z.int(), goes: z.int() }),
    errors: ['vip.tiers_crossed'],
    repeats: 'harmless',
  },
  'GET /api/vip-managers': {
    summary: 'Personal managers with their load, their deputies and with whom they get on',
    permission: 'vip.work',
    input: Nothing,
    output: z.object({
      people: z.array(
        z.object({
          staff: Named,
          clients: z.int(),
          mostClients: z.int(),
          tempers: z.array(TemperWord),
          deputy: Named.nullable(),
          awayFrom: DateOnly.nullable(),
          awayTo: DateOnly.nullable(),
          isOn: z.boolean(),
          version: Version,
        }),
      ),
    }),
  },
  'PUT /api/vip-managers/{staffId}': {
    summary: 'Make somebody a personal manager, or change how many they lead and who stands in',
    permission: manage,
    input: z.object({
      staffId: Id,
      /** None where they are no personal manager yet. */
      version: Version.nullable().default(null),
      mostClients: z.int().min(1).max(5000).default(50),
      tempers: z.array(TemperWord).max(5).default([]),
      deputyId: Id.nullable().default(null),
      awayFrom: DateOnly.nullable().default(null),
      awayTo: DateOnly.nullable().default(null),
      isOn: z.boolean().default(true),
    }),
    output: z.object({ version: Version }),
    errors: [
      'vip.no_such_personal_manager',
      'vip.changed_meanwhile',
      'vip.own_deputy',
      'vip.wrong_period',
    ],
  },
  'GET /api/vip-ring': {
    summary: 'Whom an exchange rings first when this number calls: extensions in order',
    permission: 'vip.ring',
    input: z.object({ phone: z.string().trim().min(3).max(40) }),
    output: z.object({
      tier: TierWord.nullable(),
      extensions: z.array(z.string()),
    }),
  },
});

export type RulesInput = z.output<typeof Rules>;
