import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Nothing } from '../../kernel/api/shapes.ts';
import type { Condition } from '../../kernel/conditions/condition.ts';
import { ConditionShape } from '../../kernel/conditions/condition-shape.ts';
import { trustPartKinds } from './debt-kinds.ts';

const Sum = z.int().min(0).max(1e12);

const Step = z.object({ months: z.int().min(1).max(600), addMinor: Sum });

const body = {
  isOn: z.boolean(),
  /** Of which subscribers, in the fields of their list; null is all. */
  condition: ConditionShape.nullable(),
  /** Of a month’s fees. */
  basePercent: z.int().min(0).max(1000),
  /** Of the steps that are reached the one with most months counts. */
  tenureSteps: z.array(Step).max(10),
  paidSteps: z.array(Step).max(10),
  /** For each one of the last year. */
  brokenCutMinor: Sum,
  suspendedCutMinor: Sum,
  /** Whoever was short of money for longer is trusted with nothing; null: it does not count. */
  debtDays: z.int().min(0).max(366).nullable(),
  ceilingMinor: Sum.nullable(),
  /** Whoever was short of money for no longer has paid in time. */
  lateDays: z.int().min(0).max(31),
  /** So many days after a notice a limit goes below what is used of it. */
  noticeDays: z.int().min(1).max(90),
};

const Settings = z.object({
  ...body,
  condition: z.custom<Condition>().nullable(),
  version: z.int(),
});

const Part = z.object({
  kind: z.enum(trustPartKinds),
  /** Below zero it takes away. */
  minor: z.int(),
  /** Months that were reached, or how many of what takes away. */
  count: z.int(),
});

const Touched = z.object({
  accountId: Id,
  account: z.string(),
  beforeMinor: z.int(),
  afterMinor: z.int(),
  /** Why it would be so much. */
  words: z.string(),
});

const refused = ['kernel.unknown_field', 'kernel.bad_condition'];
const permission = 'billing.settings';

export const trustApi = defineApi({
  'GET /api/accounts/{id}/trust': {
    summary: 'How much an account is trusted with, and why, in words that can be said aloud',
    permission: 'billing.promise',
    input: z.object({ id: Id }),
    output: z.object({
      isOn: z.boolean(),
      currency: z.string(),
      limitMinor: z.int(),
      /** What is spent of it now. */
      usedMinor: z.int(),
      lowersToMinor: z.int().nullable(),
      lowersOn: DateOnly.nullable(),
      parts: z.array(Part),
      words: z.string(),
    }),
    errors: ['billing.no_such_account', 'subscribers.caller_unverified'],
  },
  'GET /api/trust-settings': {
    summary: 'How much this operator trusts to whom',
    permission,
    input: Nothing,
    output: Settings,
  },
  'PUT /api/trust-settings': {
    summary: 'Say how much is trusted to whom; all limits are counted anew soon',
    permission,
    input: z.object({ ...body, version: z.int() }),
    output: Nothing,
    errors: ['billing.changed_since', ...refused],
  },
  'POST /api/trust-settings/preview': {
    summary: 'Whose limits would become others if this rule were saved now',
    permission,
    input: z.object(body),
    output: z.object({
      currency: z.string(),
      /** Accounts that are trusted with anything, and with how much together. */
      before: z.int(),
      after: z.int(),
      beforeMinor: z.int(),
      afterMinor: z.int(),
      raised: z.int(),
      lowered: z.int(),
      /** Ten of them at most, of those that the reader may see. */
      sample: z.array(Touched),
    }),
    errors: refused,
    repeats: 'harmless',
  },
});

export type TrustSettings = z.output<typeof Settings>;
export type TrustRule = Omit<TrustSettings, 'version'>;
export type TrustPart = z.output<typeof Part>;
export type Trust = z.output<(typeof trustApi)['GET /api/accounts/{id}/trust']['output']>;
export type TrustPreview = z.output<
  (typeof trustApi)['POST /api/trust-settings/preview']['output']
>;
