import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Instant, Line, Nothing } from '../../kernel/api/shapes.ts';
import { memberStates, taskOutcomes } from '../lists/outcomes.ts';
import { careActions } from '../plan/action-keys.ts';
import { Limits } from './plan.ts';
import { Effect } from './effect.ts';
import { Changed, Name, Named, Note, Version } from './shapes.ts';

const permission = 'retention.care';
const Sum = z.int();
const Count = z.int();
const Share = z.number();
const Percent = z.int().min(10).max(20);

const Fields = {
  id: Id,
  version: Version,
  name: z.string(),
  startedOn: DateOnly,
  endedAt: Instant.nullable(),
  treated: Count,
  held: Count,
  waiting: Count,
  open: Count,
  done: Count,
};

export const careListsApi = defineApi({
  'GET /api/care-lists': {
    summary: 'Lists of care, the newest first, with how far each has come',
    permission,
    input: Nothing,
    output: z.object({ lists: z.array(z.object(Fields)) }),
  },
  'POST /api/care-lists': {
    summary: 'Freeze a plan as a list: chance holds some out, the others are handed out by days',
    permission,
    input: Limits.extend({
      name: Name,
      dailyCalls: z.int().min(1).max(10_000),
      holdPercent: Percent.default(15),
      leastPoints: z.number().min(0.1).max(50).default(2),
    }),
    output: z.object({ id: Id }),
    errors: [
      'retention.name_taken',
      'retention.nobody_chosen',
      'retention.no_such_segment',
      'retention.scores_unfinished',
      'retention.scores_old',
    ],
    status: 201,
  },
  'GET /api/care-lists/{id}': {
    summary: 'What came of a list: who stayed because of it, with intervals, and what it gained',
    permission,
    input: z.object({ id: Id }),
    output: z.object({
      ...Fields,
      dropped: Count,
      taken: Count,
      refused: Count,
      unreached: Count,
      budgetMinor: Sum,
      slots: Count,
      dailyCalls: Count,
      holdPercent: z.int(),
      baseShare: Share,
      leastPoints: z.number(),
      neededTreated: Count,
      neededHeld: Count,
      endReason: z.string(),
      expectedMinor: Sum,
      spentMinor: Sum,
      /** What is left of the budget pays for none of those who wait. */
      isSpent: z.boolean(),
      effects: z.array(Effect),
      /** By the latest days that are told. */
      profit: z
        .object({ days: z.int(), minor: Sum, low: Sum, high: Sum, perPersonMinor: Sum })
        .nullable(),
      qini: z
        .object({
          area: z.number(),
          curve: z.array(z.object({ share: Share, gained: z.number() })),
        })
        .nullable(),
      currency: z.string(),
    }),
    errors: ['retention.no_such_list'],
  },
  'GET /api/care-lists/{id}/people': {
    summary: 'With whom a list has spoken or is to speak, the latest first, and what came of it',
    permission: 'retention.work',
    input: z.object({ id: Id }),
    output: z.object({
      people: z.array(
        z.object({
          id: Id,
          subscriber: Named,
          action: z.enum(careActions),
          state: z.enum(memberStates).exclude(['held', 'waiting']),
          outcome: z.enum(taskOutcomes).nullable(),
          tries: z.int(),
          owner: Named.nullable(),
          doneAt: Instant.nullable(),
        }),
      ),
      /** False where only the latest are told. */
      isWhole: z.boolean(),
    }),
  },
  'POST /api/care-lists/{id}/end': {
    summary: 'Hand out nothing more of a list; what came of it is counted on',
    permission,
    input: z.object({ id: Id, version: Version, reason: Line }),
    output: Nothing,
    errors: ['retention.no_such_list', 'retention.list_over', 'retention.changed_meanwhile'],
  },
  'GET /api/care-tasks/{id}': {
    summary: 'For whom a list asks something to be done, why, and what came of it',
    permission: 'retention.work',
    input: z.object({ id: Id }),
    output: z.object({
      id: Id,
      version: Version,
      list: z.string(),
      subscriber: Named,
      action: z.enum(careActions),
      /** Whether somebody is to be called for it. */
      takesCall: z.boolean(),
      /** What may be given if it is taken. */
      incentiveMinor: Sum,
      currency: z.string(),
      state: z.enum(memberStates).exclude(['held', 'waiting']),
      /** What may be said of why they may leave. */
      reasons: z.array(z.string()),
      tries: z.int(),
      dueAt: Instant,
      owner: Named.nullable(),
      outcome: z.enum(taskOutcomes).nullable(),
      note: z.string(),
      doneAt: Instant.nullable(),
      /** The list is over: what was said of it stands. */
      isOver: z.boolean(),
      /** None where it is hidden, nobody may be called now, or none is known. */
      phone: z.string().nullable(),
      isCallTime: z.boolean(),
      callsFrom: z.int(),
      callsTo: z.int(),
    }),
    errors: ['retention.no_such_task'],
  },
  'PUT /api/care-tasks/{id}/owner': {
    summary: 'Take it upon oneself, or let it go',
    permission: 'retention.work',
    input: z.object({ id: Id, version: Version, isMine: z.boolean() }),
    output: Changed,
    errors: ['retention.no_such_task', 'retention.task_done', 'retention.changed_meanwhile'],
  },
  'PUT /api/care-tasks/{id}': {
    summary: 'Say what a task has come to, or take that back',
    permission: 'retention.work',
    input: z.object({
      id: Id,
      version: Version,
      outcome: z.enum(taskOutcomes).nullable(),
      note: Note.default(''),
    }),
    /** Open again where nobody answered, until it was tried often enough. */
    output: Changed,
    errors: [
      'retention.no_such_task',
      'retention.task_done',
      'retention.changed_meanwhile',
      'retention.list_over',
      'subscribers.caller_unverified',
    ],
  },
  'GET /api/trial-settings': {
    summary: 'From how many extras are withheld so that their effect is seen',
    permission: 'retention.manage',
    input: Nothing,
    output: z.object({
      controlPerMille: z.int(),
      holdPercent: z.int(),
      cooldownDays: z.int(),
      version: Version,
    }),
  },
  'PUT /api/trial-settings': {
    summary: 'Change it; lists that were begun keep theirs',
    permission: 'retention.manage',
    input: z.object({
      controlPerMille: z.int().min(10).max(20),
      holdPercent: Percent,
      cooldownDays: z.int().min(1).max(730),
      version: Version,
    }),
    output: Nothing,
    errors: ['retention.changed_meanwhile'],
  },
});
