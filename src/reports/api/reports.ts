import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Instant, Nothing } from '../../kernel/api/shapes.ts';
import { dimensions, kpiKeys } from '../kpis/kpis.ts';
import { reportFormats, reportKinds, rhythms } from '../papers/kinds.ts';
import { lifeDimensions } from '../survival/dimensions.ts';

const permission = 'reports.schedules';
const Dimension = z.enum(dimensions);

/** Which report; each kind reads what it needs of it. */
export const ReportAsk = z.object({
  report: z.enum(reportKinds),
  kpi: z.enum(kpiKeys).default('base'),
  /** Nothing: the last month that is over. */
  month: DateOnly.refine((day) => day.endsWith('-01')).optional(),
  months: z.coerce.number().int().min(2).max(36).default(13),
  dimension: Dimension.optional(),
  value: z.string().max(200).default(''),
  /** By what parts are told. */
  by: Dimension.default('district'),
  lives: z.enum(lifeDimensions).default('all'),
  which: z.enum(['counted', 'others']).default('counted'),
});

const format = z.enum(reportFormats);

/** To whom a report goes, and when, by the operator's clock. */
const Schedule = z.object({
  ask: ReportAsk.omit({ month: true }),
  format,
  rhythm: z.enum(rhythms),
  /** Of a week from Monday, 1 to 7; of a month, 1 to 28. */
  day: z.int().min(1).max(28).default(1),
  hour: z.int().min(0).max(23).default(8),
  staffIds: z.array(Id).min(1).max(50),
  isOn: z.boolean().default(true),
});

const asked = ['reports.no_such_dimension', 'reports.no_rows_allowed'] as const;

export const reportsApi = defineApi({
  'GET /api/kpi-report': {
    summary: 'Figures, what they are made of, their rows, or how long people stay, as a file',
    permission: 'reports.view',
    kind: 'download',
    input: ReportAsk.extend({ format }),
    output: Nothing,
    errors: [...asked, 'reports.not_counted', 'kernel.export_busy'],
  },
  'GET /api/report-schedules': {
    summary: 'Which reports leave by e-mail, when and to whom, and what became of the last ones',
    permission,
    input: Nothing,
    output: z.object({
      schedules: z.array(
        Schedule.extend({
          id: Id,
          version: z.int(),
          people: z.array(z.object({ id: Id, name: z.string() })),
          nextAt: Instant,
          sendings: z.array(
            z.object({
              at: Instant,
              name: z.string(),
              outcome: z.enum(['queued', 'sent', 'failed', 'not_allowed', 'no_mailbox']),
            }),
          ),
        }),
      ),
    }),
  },
  'POST /api/report-schedules': {
    summary: 'Let a report leave by e-mail again and again',
    permission,
    input: Schedule,
    output: z.object({ id: Id }),
    errors: ['reports.no_such_dimension', 'reports.wrong_day', 'reports.no_such_person'],
  },
  'PUT /api/report-schedules/{id}': {
    summary: 'Change what leaves, when and to whom, or switch it off and on',
    permission,
    input: Schedule.extend({ id: Id, version: z.coerce.number().int().positive() }),
    output: Nothing,
    errors: [
      'reports.no_such_schedule',
      'reports.no_such_dimension',
      'reports.wrong_day',
      'reports.no_such_person',
      'reports.changed_meanwhile',
    ],
  },
});
