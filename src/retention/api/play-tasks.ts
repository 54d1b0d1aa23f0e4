import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Instant } from '../../kernel/api/shapes.ts';
import { offerKinds } from '../offers/kinds.ts';
import { playActions, playReasons, taskOutcomes, taskStates } from '../plays/kinds.ts';
import { signalKeys } from '../plays/signals.ts';
import { Changed, Named, Note, Version } from './shapes.ts';
import { givingErrors } from './giving-errors.ts';

const permission = 'retention.work';
const aim = z.enum(['keep', 'win_back']);

const taskErrors = ['retention.no_such_task', 'retention.task_done', 'retention.changed_meanwhile'];

export const playTasksApi = defineApi({
  'GET /api/play-tasks/{id}': {
    summary: 'Whom to call, why, what to say and what to offer',
    permission,
    input: z.object({ id: Id }),
    output: z.object({
      id: Id,
      version: Version,
      aim,
      state: z.enum(taskStates).exclude(['held', 'unserved']),
      subscriber: Named,
      play: z.string(),
      signal: z.enum(signalKeys),
      bound: z.int(),
      segment: z.string().nullable(),
      reason: z.enum(playReasons),
      action: z.enum(playActions),
      words: z.string(),
      signalledAt: Instant,
      dueAt: Instant,
      tries: z.int(),
      owner: Named.nullable(),
      outcome: z.enum(taskOutcomes).nullable(),
      note: z.string(),
      doneAt: Instant.nullable(),
      /** None where it is hidden, nobody may be called now, or none is known. */
      phone: z.string().nullable(),
      isCallTime: z.boolean(),
      callsFrom: z.int(),
      callsTo: z.int(),
      offer: z
        .object({ id: Id, name: z.string(), kind: z.enum(offerKinds), words: z.string() })
        .nullable(),
      accounts: z.array(z.object({ id: Id, number: z.string() })),
    }),
    errors: ['retention.no_such_task'],
  },
  'GET /api/play-tasks/of-subscriber/{subscriberId}': {
    summary: 'What is to be said to somebody because a play says so, if anything',
    permission,
    input: z.object({ subscriberId: Id }),
    output: z.object({ taskId: Id.nullable() }),
  },
  'PUT /api/play-tasks/{id}/owner': {
    summary: 'Take it upon oneself, or let it go',
    permission,
    input: z.object({ id: Id, version: Version, isMine: z.boolean() }),
    output: Changed,
    errors: taskErrors,
  },
  'POST /api/play-tasks/{id}/outcome': {
    summary: 'Say what came of it; an offer that is taken is given at once, and once',
    permission,
    input: z.object({
      id: Id,
      version: Version,
      outcome: z.enum(taskOutcomes).exclude(['sent']),
      note: Note.default(''),
      accountId: Id.optional(),
      productVersionId: Id.optional(),
      isConfirmed: z.boolean().default(false),
    }),
    output: Changed.extend({
      /** The case or deal that came of it. */
      caseId: Id.nullable(),
      dealId: Id.nullable(),
    }),
    errors: [
      ...taskErrors,
      'retention.outcome_beside',
      'retention.has_left',
      'subscribers.caller_unverified',
      'subscribers.not_found',
      'subscribers.erased',
      ...givingErrors,
      'sales.no_such_pipeline',
    ],
  },
  'POST /api/play-tasks/{id}/reopen': {
    summary: 'Take back what was said of it, where nothing came of it elsewhere',
    permission,
    input: z.object({ id: Id, version: Version }),
    output: Changed,
    errors: ['retention.no_such_task', 'retention.changed_meanwhile', 'retention.undo_there'],
  },
});
