import { z } from 'zod';
import { uses } from '../../catalog/api.ts';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Instant, Line, Nothing } from '../../kernel/api/shapes.ts';
import { fillings, stepKinds } from '../scripts/steps.ts';
import { Changed, Version } from './shapes.ts';

/** Of versions against each other. */
export { experimentsApi } from './experiments.ts';

const Key = z.string().regex(/^[a-z0-9_]{1,40}$/u);

const Option = z.object({
  /** Empty in a draft alone. */
  label: z.string().trim().max(120),
  value: z.union([z.number().min(0).max(1e9), z.enum(uses)]).nullable(),
  /** Where this answer leads; null: where the step does. */
  next: Key.nullable(),
});

/** A step of a script: something to say or to ask, or what the program does at that point. */
export const Step = z.object({
  key: Key,
  kind: z.enum(stepKinds),
  words: z.string().trim().max(1000),
  /** The step after; null at an end. */
  next: Key.nullable(),
  fills: z.enum(fillings).nullable(),
  options: z.array(Option).max(9),
});

const Steps = z.array(Step).max(60);

const PublishedVersion = z.object({
  id: Id,
  number: z.int(),
  madeAt: Instant,
  /** Null where an operator began with it. */
  madeBy: z.string().nullable(),
  isCurrent: z.boolean(),
  /** Sales that walked through it, and of these the agreed ones. */
  sales: z.int(),
  agreed: z.int(),
});

const Script = z.object({
  id: Id,
  version: Version,
  name: z.string(),
  isArchived: z.boolean(),
  /** New sales begin with it. */
  isUsed: z.boolean(),
  hasDraft: z.boolean(),
  /** Of the version that sales begin with; null before the first was published. */
  number: z.int().nullable(),
});

const at = { id: Id, version: Version };
const permission = 'sales.manage';
const changes = ['sales.no_such_script', 'sales.script_changed'] as const;

export const scriptsApi = defineApi({
  'GET /api/sale-scripts': {
    summary: 'Scripts of guided sales, the one that sales begin with first',
    permission,
    input: Nothing,
    output: z.object({ scripts: z.array(Script) }),
  },
  'POST /api/sale-scripts': {
    summary: 'Begin a script: a draft with the steps of the one in use',
    permission,
    input: z.object({ name: Line }),
    output: Changed,
    errors: ['sales.script_taken'],
    status: 201,
  },
  'GET /api/sale-scripts/{id}': {
    summary: 'A script: its draft or else its current steps, and its versions, newest first',
    permission,
    input: z.object({ id: Id }),
    output: Script.extend({
      steps: Steps,
      draftedAt: Instant.nullable(),
      draftedBy: z.string().nullable(),
      versions: z.array(PublishedVersion),
    }),
    errors: ['sales.no_such_script'],
  },
  'GET /api/sale-scripts/{id}/versions/{number}': {
    summary: 'The steps of one version, as they were published',
    permission,
    input: z.object({ id: Id, number: Version }),
    output: z.object({ steps: Steps }),
    errors: ['sales.no_such_script'],
  },
  'PUT /api/sale-scripts/{id}/draft': {
    summary: 'Keep what was written, with flaws or without; nobody walks through it yet',
    permission,
    input: z.object({ ...at, name: Line, steps: Steps }),
    output: Changed,
    errors: [...changes, 'sales.script_taken'],
  },
  'DELETE /api/sale-scripts/{id}/draft': {
    summary: 'Throw the draft away; the current version stays as it is',
    permission,
    input: z.object(at),
    output: Changed,
    errors: [...changes, 'sales.script_unpublished'],
  },
  'POST /api/sale-scripts/{id}/publish': {
    summary: 'Make the draft a version that sales begin with; those under way keep theirs',
    permission,
    input: z.object(at),
    output: Changed,
    errors: [...changes, 'sales.script_flawed', 'sales.script_unchanged', 'sales.experiment_on'],
  },
  'PUT /api/sale-scripts/{id}/current': {
    summary: 'Let sales begin with a version that was published before',
    permission,
    input: z.object({ ...at, number: Version }),
    output: Changed,
    errors: [...changes, 'sales.experiment_on'],
  },
  'POST /api/sale-scripts/{id}/use': {
    summary: 'Let new sales begin with this script',
    permission,
    input: z.object(at),
    output: Changed,
    errors: [...changes, 'sales.script_unpublished'],
  },
  'POST /api/sale-scripts/{id}/archive': {
    summary: 'Put a script away, or back again; the one in use stays',
    permission,
    input: z.object({ ...at, isArchived: z.boolean() }),
    output: Changed,
    errors: [...changes, 'sales.script_used'],
  },
});
