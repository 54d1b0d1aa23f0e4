import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Line, Nothing } from '../../kernel/api/shapes.ts';
import { signalKeys } from '../earning/signals.ts';

const permission = 'loyalty.manage';
const Points = z.int().min(1).max(1_000_000);
export const Version = z.int().positive();

const Fields = z.object({
  name: Line,
  signal: z.enum(signalKeys),
  bound: z.int().min(0).max(3650).default(0),
  points: Points,
  pendingDays: z.int().min(0).max(365).default(0),
  mostPoints: Points.nullable().default(null),
  capPeriod: z.enum(['month', 'year']).default('month'),
  budgetPoints: z.int().min(1).max(1e12).nullable().default(null),
});

const Rule = z.object({
  ...Fields.shape,
  id: Id,
  version: Version,
  isOn: z.boolean(),
  isTried: z.boolean(),
  isArchived: z.boolean(),
  /** In the last ninety days: how often, to how many, and how many points. */
  times: z.int(),
  people: z.int(),
  given: z.int(),
});

const ruleErrors = ['loyalty.no_such_rule', 'loyalty.changed_meanwhile', 'loyalty.name_taken'];
const at = { id: Id, version: Version };

export const rulesApi = defineApi({
  'GET /api/loyalty/rules': {
    summary: 'What points are given for, and what came of it',
    permission,
    input: Nothing,
    output: z.object({ rules: z.array(Rule), pointMinor: z.int(), currency: z.string() }),
  },
  'GET /api/loyalty/rules/{id}/use': {
    summary: 'What a rule gave in the month of a day until then, and what its budget had left',
    permission,
    input: z.object({ id: Id, on: DateOnly.optional() }),
    output: z.object({
      on: DateOnly,
      isOn: z.boolean(),
      /** As they were on the day; null where that is not known any more. */
      limits: z
        .object({
          points: z.int(),
          mostPoints: z.int().nullable(),
          capPeriod: Fields.shape.capPeriod.unwrap(),
          budgetPoints: z.int().nullable(),
        })
        .nullable(),
      people: z.int(),
      given: z.int(),
      /** Earned in those days, and dropped or taken back since. */
      takenBack: z.int(),
      days: z.array(
        z.object({
          on: DateOnly,
          times: z.int(),
          points: z.int(),
          /** Of the month’s budget after that day. */
          left: z.int().nullable(),
        }),
      ),
    }),
    errors: ['loyalty.no_such_rule'],
  },
  'POST /api/loyalty/rules': {
    summary: 'Add a rule; it is off until it was tried on history and switched on',
    permission,
    input: Fields,
    output: z.object({ id: Id }),
    errors: ['loyalty.name_taken'],
    status: 201,
  },
  'PUT /api/loyalty/rules/{id}': {
    summary: 'Change a rule, but for its signal: it is off until it is tried anew; or put it away',
    permission,
    input: Fields.omit({ signal: true }).extend({ ...at, isArchived: z.boolean().default(false) }),
    output: z.object({ version: Version }),
    errors: ruleErrors,
  },
  'POST /api/loyalty/rules/{id}/switch': {
    summary: 'Switch a rule on, after somebody has looked at what it would cost, or off',
    permission,
    input: z.object({ ...at, isOn: z.boolean() }),
    output: Nothing,
    errors: ['loyalty.no_such_rule', 'loyalty.changed_meanwhile', 'loyalty.rule_untried'],
  },
  'POST /api/loyalty/rules/{id}/try': {
    summary: 'What a rule would have given in the last half a year, and at what cost',
    permission,
    input: z.object({ id: Id }),
    output: z.object({
      from: DateOnly,
      to: DateOnly,
      currency: z.string(),
      /** Of friends nothing is known before the programme has begun. */
      isKnown: z.boolean(),
      moments: z.int(),
      people: z.int(),
      points: z.int(),
      costMinor: z.int(),
      /** Points that the cap, the budget and the control have kept back. */
      cappedPoints: z.int(),
      overBudgetPoints: z.int(),
      withheld: z.int(),
      /** Earnings that would wait until somebody has looked at them, within the rest. */
      held: z.int(),
      months: z.array(
        z.object({ month: z.string(), times: z.int(), points: z.int(), costMinor: z.int() }),
      ),
    }),
    errors: ['loyalty.no_such_rule', 'loyalty.changed_meanwhile'],
  },
});
