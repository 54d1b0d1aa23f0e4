import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Line, Nothing } from '../../kernel/api/shapes.ts';
import { stageFields } from './pipelines.ts';

const permission = 'sales.manage';

/** Two lists of words: where people come from, and why nothing came of it. */
const kind = z.enum(['sources', 'reasons']);

const Day = z.int().min(1).max(365);
const Settings = z.object({
  /** A newcomer is greeted with these; empty: nobody is. */
  welcomeWords: z.string().trim().max(2000),
  /** On which days after connecting somebody calls. */
  careDays: z.array(Day).max(10),
  version: z.int(),
});

const Order = z.array(Id).min(1).max(200);

/** Where the open deals of what goes out of use are to stand from now on. */
const dealsToStageId = Id.nullable().default(null);

const stageErrors = [
  'sales.name_taken',
  'sales.no_such_calendar',
  'sales.no_such_team',
  'sales.cannot_work',
] as const;
const archiveErrors = ['sales.deals_stand_here', 'sales.no_such_stage'] as const;

export const settingsApi = defineApi({
  'GET /api/sales-settings': {
    summary: 'What is done by itself after connecting, and what the words may name',
    permission,
    input: Nothing,
    output: Settings.extend({ names: z.array(z.string()) }),
  },
  'PUT /api/sales-settings': {
    summary: 'Change it; who is connected already keeps the days that were planned',
    permission,
    input: Settings,
    output: z.object({ version: z.int() }),
    errors: ['sales.unknown_placeholder', 'sales.settings_changed'],
  },
  'POST /api/pipelines': {
    summary: 'Add a pipeline with its stages in order; their likelihood rises evenly until changed',
    permission,
    input: z.object({ name: Line, stages: z.array(Line).min(1).max(20) }),
    output: z.object({ id: Id }),
    errors: ['sales.name_taken'],
    status: 201,
  },
  'PUT /api/pipelines/order': {
    summary: 'Put pipelines into this order; those not named keep theirs behind them',
    permission,
    input: z.object({ ids: Order }),
    output: Nothing,
  },
  'PUT /api/pipelines/{id}': {
    summary: 'Rename a pipeline, put it out of use or bring it back; its open deals go elsewhere',
    permission,
    input: z.object({ id: Id, name: Line, isArchived: z.boolean(), dealsToStageId }),
    output: Nothing,
    errors: ['sales.no_such_pipeline', 'sales.name_taken', 'sales.last_pipeline', ...archiveErrors],
  },
  'PUT /api/pipelines/{id}/stages/order': {
    summary: 'Put the stages of a pipeline into this order',
    permission,
    input: z.object({ id: Id, ids: Order }),
    output: Nothing,
    errors: ['sales.no_such_pipeline'],
  },
  'POST /api/pipelines/{id}/stages': {
    summary: 'Add a stage to the end of a pipeline',
    permission,
    input: z.object({ id: Id, ...stageFields }),
    output: z.object({ id: Id }),
    errors: ['sales.no_such_pipeline', ...stageErrors],
    status: 201,
  },
  'PUT /api/pipeline-stages/{id}': {
    summary: 'Change a stage, put it out of use or bring it back; deals in it keep their term',
    permission,
    input: z.object({ id: Id, ...stageFields, isArchived: z.boolean(), dealsToStageId }),
    output: Nothing,
    errors: ['sales.last_stage', ...stageErrors, ...archiveErrors],
  },
  'POST /api/sales-words': {
    summary: 'Add a source of leads or a reason for a loss',
    permission,
    input: z.object({ kind, name: Line }),
    output: z.object({ id: Id }),
    errors: ['sales.name_taken'],
    status: 201,
  },
  'PUT /api/sales-words/order': {
    summary: 'Put sources or reasons into this order; those not named keep theirs behind them',
    permission,
    input: z.object({ kind, ids: Order }),
    output: Nothing,
  },
  'PUT /api/sales-words/{id}': {
    summary: 'Rename a source or a reason, put it out of use or bring it back',
    permission,
    input: z.object({ kind, id: Id, name: Line, isArchived: z.boolean() }),
    output: Nothing,
    errors: ['sales.no_such_word', 'sales.name_taken'],
  },
});
