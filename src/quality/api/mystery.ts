import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Instant, Nothing } from '../../kernel/api/shapes.ts';
import { shopperChannels, shopperKinds, shopperMeasures } from '../kinds.ts';
import { at, Link, Name, Named, Note, Version, Words } from './shapes.ts';

/** Of so many contacts the share, with the bounds of 95 per cent. */
const Measured = z.object({
  measure: z.enum(shopperMeasures),
  hits: z.int(),
  contacts: z.int(),
  low: z.number(),
  high: z.number(),
});

const Round = z.object({
  id: Id,
  name: z.string(),
  beginsOn: DateOnly,
  endsOn: DateOnly,
  closedAt: Instant.nullable(),
  tasks: z.int(),
  done: z.int(),
  measures: z.array(Measured),
  /** Of those who were answered, in the middle: as many waited longer as shorter. */
  medianMinutes: z.number().nullable(),
  neverAnswered: z.int(),
});

const Task = z.object({
  kind: z.enum(shopperKinds),
  channel: z.enum(shopperChannels),
  script: Words,
  lookFor: Note.default(''),
  shopper: Name,
  dueOn: DateOnly,
});

const Met = z.object({
  askedAt: z.iso.datetime({ offset: true }),
  /** Minutes; nothing where nobody answered. */
  answeredIn: z.int().min(0).max(100_000).nullable(),
  /** Nothing where it could not be: nobody answered, or it was not about that. */
  recommended: z.boolean().nullable(),
  pitched: z.boolean().nullable(),
  reasonAsked: z.boolean().nullable(),
  words: Words,
  staffId: Id.nullable().default(null),
});

const hidden = 'quality.no_such_round';
const lost = 'quality.no_such_task';

export const mysteryApi = defineApi({
  'GET /api/quality-rounds': {
    summary: 'Mystery rounds over time, beside what the study found',
    permission: 'quality.audit',
    input: Nothing,
    output: z.object({
      rounds: z.array(Round),
      normMinutes: z.number(),
      study: z.array(z.object({ measure: z.enum(shopperMeasures), share: z.number().nullable() })),
    }),
  },
  'POST /api/quality-rounds': {
    summary: 'Begin a mystery round',
    permission: 'quality.manage',
    input: z.object({ name: Name, beginsOn: DateOnly, endsOn: DateOnly }),
    output: z.object({ id: Id }),
    errors: ['quality.ends_before'],
    status: 201,
  },
  'GET /api/quality-rounds/{id}': {
    summary: 'One round: its tasks, what came of them, and what is known by it',
    permission: 'quality.audit',
    input: z.object({ id: Id }),
    output: Round.extend({
      list: z.array(
        Task.extend({
          id: Id,
          version: Version,
          doneAt: Instant.nullable(),
          askedAt: Instant.nullable(),
          answeredIn: z.int().nullable(),
          recommended: z.boolean().nullable(),
          pitched: z.boolean().nullable(),
          reasonAsked: z.boolean().nullable(),
          words: z.string(),
          staff: Named.nullable(),
          enteredBy: z.string().nullable(),
          isLate: z.boolean(),
          proofs: z.array(z.object({ id: Id, words: z.string(), link: z.string() })),
        }),
      ),
    }),
    errors: [hidden],
  },
  'POST /api/quality-rounds/{id}/close': {
    summary: 'Close a round, or open it again',
    permission: 'quality.manage',
    input: z.object({ id: Id, isClosed: z.boolean() }),
    output: z.object({ id: Id }),
    errors: [hidden],
  },
  'POST /api/quality-rounds/{id}/tasks': {
    summary: 'Give a shopper a task of a round',
    permission: 'quality.manage',
    input: Task.extend({ id: Id }),
    output: z.object({ id: Id }),
    errors: [hidden, 'quality.round_closed', 'quality.day_is_over'],
    status: 201,
  },
  'DELETE /api/quality-shopper-tasks/{id}': {
    summary: 'Take a task back that is not done',
    permission: 'quality.manage',
    input: z.object({ id: Id }),
    output: z.object({ id: Id }),
    errors: [lost, 'quality.round_closed'],
  },
  'PUT /api/quality-shopper-tasks/{id}/result': {
    summary: 'Write down what a shopper met, or mend what was written',
    permission: 'quality.audit',
    input: Met.extend(at),
    output: z.object(at),
    errors: [
      lost,
      'quality.round_closed',
      'quality.changed_meanwhile',
      'quality.no_such_person',
      'quality.not_yet',
      'quality.nobody_answered',
    ],
  },
  'POST /api/quality-shopper-tasks/{id}/proofs': {
    summary: 'Keep by what it is known: a recording, a picture, a letter',
    permission: 'quality.audit',
    input: z.object({ id: Id, words: Words, link: Link.default('') }),
    output: z.object({ id: Id }),
    errors: [lost, 'quality.round_closed'],
    status: 201,
  },
  'DELETE /api/quality-shopper-proofs/{id}': {
    summary: 'Take a proof back',
    permission: 'quality.audit',
    input: z.object({ id: Id }),
    output: z.object({ id: Id }),
    errors: ['quality.no_such_evidence', 'quality.round_closed'],
  },
});
