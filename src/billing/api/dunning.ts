import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Instant, Nothing } from '../../kernel/api/shapes.ts';
import { listRoutes } from '../../kernel/list/api.ts';
import { dunningOutcomes, dunningWhats } from './debt-kinds.ts';
import { debtAges, debtors } from './debtors.ts';
import { Words } from './shapes.ts';

const Text = z.string().trim().max(1000);

const Step = z.object({
  /** Of the debt. */
  day: z.int().min(0).max(366),
  what: z.enum(dunningWhats),
  /** What is written, in the operator’s language; `[sum]`, `[account]`, `[days]` are filled in. */
  ru: Text,
  en: Text,
});

const body = {
  steps: z.array(Step).max(12),
  /** Whoever has paid in time for so many months has more time: days count by this percent. */
  carefulMonths: z.int().min(1).max(120),
  carefulPercent: z.int().min(100).max(1000),
};

const Settings = z.object({ ...body, isOn: z.boolean(), isTried: z.boolean(), version: z.int() });

const Deed = z.object({
  id: Id,
  what: z.enum(dunningWhats),
  stepDay: z.int(),
  outcome: z.enum(dunningOutcomes),
  way: z.string().nullable(),
  debtMinor: z.int(),
  doneAt: Instant,
  calledAt: Instant.nullable(),
  calledBy: z.string().nullable(),
});

const account = z.object({ id: Id });
const found = ['billing.no_such_account', 'subscribers.caller_unverified'];
const written = ['billing.no_such_account', 'subscribers.erased'];

export const dunningApi = {
  ...listRoutes(debtors),
  ...defineApi({
    'GET /api/debtors/sums': {
      summary: 'How many debts there are of each age, and what is missing on their accounts',
      permission: debtors.permission,
      input: Nothing,
      output: z.object({
        /** Whether debtors are reminded by steps. */
        isOn: z.boolean(),
        /** The youngest first; of an age without debts there is none. */
        ages: z.array(
          z.object({
            age: z.enum(debtAges),
            currency: z.string(),
            count: z.int(),
            debtMinor: z.int(),
          }),
        ),
      }),
    },
    'GET /api/accounts/{id}/dunning': {
      summary: 'How long an account is short of money, and what was done about that',
      permission: 'billing.view',
      input: account,
      output: z.object({
        currency: z.string(),
        shortSince: Instant.nullable(),
        debtMinor: z.int(),
        pause: z
          .object({ untilOn: DateOnly, words: z.string(), pausedBy: z.string().nullable() })
          .nullable(),
        /** Somebody has to call: no message could be sent. */
        isToCall: z.boolean(),
        /** The latest first. */
        deeds: z.array(Deed),
      }),
      errors: found,
    },
    'PUT /api/accounts/{id}/dunning-pause': {
      summary: 'Leave an account in peace until a day: no steps, no suspension for debt',
      permission: 'billing.serve',
      input: z.object({ id: Id, untilOn: DateOnly, words: Words.min(1) }),
      output: Nothing,
      errors: [...written, 'billing.wrong_period'],
    },
    'DELETE /api/accounts/{id}/dunning-pause': {
      summary: 'Go on with the steps',
      permission: 'billing.serve',
      input: account,
      output: Nothing,
      errors: written,
    },
    'POST /api/accounts/{id}/dunning-call': {
      summary: 'Say that a debtor whom no message reaches was called',
      permission: 'billing.serve',
      input: account,
      output: Nothing,
      errors: written,
    },
    'GET /api/dunning-settings': {
      summary: 'What is done about debts, and when',
      permission: 'billing.settings',
      input: Nothing,
      output: Settings,
    },
    'PUT /api/dunning-settings': {
      summary: 'Say what is done about debts; it is switched off until its effect was looked at',
      permission: 'billing.settings',
      input: z.object({ ...body, version: z.int() }),
      output: Nothing,
      errors: ['billing.changed_since', 'billing.step_without_words'],
    },
    'POST /api/dunning-settings/trial': {
      summary:
        'Whom the next night would do what to, without doing it; after it, it may be switched on',
      permission: 'billing.settings',
      input: Nothing,
      output: z.object({
        debtors: z.int(),
        counts: z.array(z.object({ what: z.enum(dunningWhats), day: z.int(), count: z.int() })),
        /** Ten of them at most, of those that the reader may see. */
        sample: z.array(
          z.object({
            accountId: Id,
            account: z.string(),
            what: z.enum(dunningWhats),
            days: z.int(),
            isCareful: z.boolean(),
            debtMinor: z.int(),
            currency: z.string(),
          }),
        ),
      }),
    },
    'POST /api/dunning-settings/switch': {
      summary: 'Switch the steps on or off',
      permission: 'billing.settings',
      input: z.object({ version: z.int(), isOn: z.boolean() }),
      output: Nothing,
      errors: ['billing.changed_since', 'billing.dunning_empty', 'billing.dunning_untried'],
    },
  }),
};

export type DebtSums = z.output<(typeof dunningApi)['GET /api/debtors/sums']['output']>;
export type DunningSettings = z.output<typeof Settings>;
export type Dunning = z.output<(typeof dunningApi)['GET /api/accounts/{id}/dunning']['output']>;
export type DunningTrial = z.output<
  (typeof dunningApi)['POST /api/dunning-settings/trial']['output']
>;
