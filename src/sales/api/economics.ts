import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Nothing } from '../../kernel/api/shapes.ts';

const permission = 'sales.economics';

/** The first day of a month. */
const Month = DateOnly.refine((day) => day.endsWith('-01'));
const Sum = z.int();
const costKinds = ['acquisition', 'retention'] as const;
const parts = ['months', 'sources', 'cohorts', 'stages', 'pitches'] as const;
const months = z.coerce.number().int().min(1).max(36).default(12);

export const MonthFigures = z.object({
  month: Month,
  acquisitionMinor: Sum,
  retentionMinor: Sum,
  leads: z.int(),
  won: z.int(),
  wonMonthlyMinor: Sum,
  /** What winning one has cost; null where nobody was won. */
  cacMinor: Sum.nullable(),
  /** Sales by the script in which a tariff was recommended first, and one was taken. */
  guided: z.int(),
  recommendedMinor: Sum.nullable(),
  soldMinor: Sum.nullable(),
});

export const SourceFigures = z.object({
  sourceId: Id.nullable(),
  name: z.string().nullable(),
  /** One of its campaigns; null: the source as a whole. */
  campaign: z.string().nullable(),
  costMinor: Sum,
  leads: z.int(),
  deals: z.int(),
  won: z.int(),
  wonMonthlyMinor: Sum,
  cacMinor: Sum.nullable(),
  paybackMonths: z.number().nullable(),
});

const CohortFigures = z.object({
  cohort: Month,
  connected: z.int(),
  alive: z.int(),
  /** Of each that was connected, so far. */
  marginMinor: Sum,
  /** Within the horizon, with what is expected from now on. */
  lifetimeMinor: Sum.nullable(),
});

export const StageFigures = z.object({
  stageId: Id,
  pipeline: z.string(),
  name: z.string(),
  entered: z.int(),
  movedOn: z.int(),
  won: z.int(),
  medianSeconds: z.number().nullable(),
});

export const PitchFigures = z.object({
  month: Month,
  contacts: z.int(),
  made: z.int(),
  taken: z.int(),
});

const Cost = z.object({
  month: Month,
  kind: z.enum(costKinds),
  sourceId: Id.nullable(),
  /** Of the source; empty: as a whole. */
  campaign: z.string(),
  amountMinor: Sum,
  note: z.string(),
});

export const economicsApi = defineApi({
  'GET /api/sales-economics': {
    summary: 'What sales cost and bring, by month, source, cohort and stage',
    permission,
    input: z.object({ months }),
    output: z.object({
      currency: z.string(),
      months: z.array(MonthFigures),
      sources: z.array(SourceFigures),
      cohorts: z.array(CohortFigures),
      stages: z.array(StageFigures),
      pitches: z.array(PitchFigures),
      totals: z.object({
        acquisitionMinor: Sum,
        retentionMinor: Sum,
        won: z.int(),
        cacMinor: Sum.nullable(),
        /** What one account leaves in a month: charges without the cost of what it has. */
        marginMinor: Sum.nullable(),
        /** Of a hundred accounts so many are there a month later. */
        keptShare: z.number().nullable(),
        paybackMonths: z.number().nullable(),
        lifetimeMinor: Sum.nullable(),
        horizonMonths: z.int(),
        /** Of subscriptions that go on, whose cost is known. */
        knownCostShare: z.number().nullable(),
        /** The day through which charges were counted; null before the first time. */
        countedOn: DateOnly.nullable(),
      }),
    }),
  },
  'GET /api/sales-economics/export.csv': {
    summary: 'One of the tables of the economics of sales as a file',
    permission,
    kind: 'download',
    input: z.object({ months, part: z.enum(parts) }),
    output: Nothing,
  },
  'GET /api/sales-costs': {
    summary: 'What was written down that months of winning and keeping people have cost',
    permission,
    input: z.object({ months }),
    output: z.object({ costs: z.array(Cost) }),
  },
  'PUT /api/sales-costs': {
    summary: 'Write down what a month has cost; nothing takes it away',
    permission,
    input: z.object({
      month: Month,
      kind: z.enum(costKinds),
      sourceId: Id.nullable(),
      campaign: z.string().trim().max(200).default(''),
      amountMinor: z.int().min(0).max(1e13),
      note: z.string().trim().max(200).default(''),
    }),
    output: Nothing,
    errors: ['sales.no_such_source', 'sales.month_ahead'],
  },
  'POST /api/sales-costs/import': {
    summary: 'Write down costs of a CSV file: all of them, or none where a line is not understood',
    permission,
    input: z.object({ text: z.string().min(1).max(500_000) }),
    output: z.object({
      written: z.int(),
      /** What stood in their places; nothing stood where it is 0. */
      former: z.array(Cost),
      problems: z.array(
        z.object({
          line: z.int(),
          column: z.enum(['month', 'kind', 'source', 'campaign', 'amount', 'note']),
        }),
      ),
    }),
    errors: ['sales.no_cost_columns', 'sales.many_costs'],
    perMinute: 20,
  },
});
