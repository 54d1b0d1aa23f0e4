import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Instant, Nothing, Paging } from '../../kernel/api/shapes.ts';
import { at, Changed, Name, Named, Version, Words } from './shapes.ts';

const Taught = z.object({ key: z.string(), title: z.string() });

/** What was done well, or badly, in a contact: where to hear or read it. */
const Example = z.object({
  isGood: z.boolean(),
  words: Words,
  /** The contact's number; nothing where the words say all. */
  number: z.int().positive().nullable().default(null),
  /** Of the recording. */
  second: z.int().min(0).max(86_400).nullable().default(null),
});
const ShownExample = Example.extend({ conversationId: Id.nullable() });

const Choices = z.array(z.string().trim().min(1).max(300)).min(2).max(6);
const Question = z.object({ ask: z.string().trim().min(1).max(500), choices: Choices });
const Keyed = Question.extend({ right: z.int().min(0).max(5) });

const Fields = z.object({
  name: Name,
  items: z.array(z.string().max(40)).min(1).max(20),
  article: z.string().trim().min(1).max(20_000),
  examples: z.array(Example).max(10),
  questions: z.array(Keyed).min(1).max(20),
  passPercent: z.int().min(1).max(100),
});

/** How well items were done: of so many answers, from 0 to 1; nothing where there are none. */
const Done = z.object({ answers: z.int(), share: z.number().nullable() });

const Effect = z.object({
  before: Done,
  after: Done,
  /** Nothing while there is too little to tell. */
  difference: z.object({ difference: z.number(), low: z.number(), high: z.number() }).nullable(),
});

const Assignment = z.object({
  id: Id,
  lesson: z.object({ id: Id, name: z.string() }),
  staff: Named,
  assignedBy: z.string(),
  assignedAt: Instant,
  dueOn: DateOnly.nullable(),
  passedAt: Instant.nullable(),
  cancelledAt: Instant.nullable(),
  attempts: z.int(),
  isMine: z.boolean(),
});

const refusals = ['quality.lesson_taken', 'quality.no_such_item', 'quality.wrong_key'];
const noExample = 'quality.no_such_contact';
const hidden = 'quality.no_such_assignment';

export const lessonsApi = defineApi({
  'GET /api/quality-lessons': {
    summary: 'Lessons, what each teaches, and how many in reach were given it and passed',
    permission: 'quality.view',
    input: Nothing,
    output: z.object({
      lessons: z.array(
        z.object({
          id: Id,
          version: Version,
          name: z.string(),
          items: z.array(Taught),
          questions: z.int(),
          passPercent: z.int(),
          isArchived: z.boolean(),
          assigned: z.int(),
          passed: z.int(),
        }),
      ),
    }),
  },
  'POST /api/quality-lessons': {
    summary: 'Add a lesson with its test',
    permission: 'quality.manage',
    input: Fields,
    output: Changed,
    errors: [...refusals, noExample],
    status: 201,
  },
  'GET /api/quality-lessons/{id}': {
    summary: 'One lesson with the right answers, and its effect on later scores',
    permission: 'quality.manage',
    input: z.object({ id: Id }),
    output: Fields.extend({
      ...at,
      isArchived: z.boolean(),
      examples: z.array(ShownExample),
      effect: Effect,
    }),
    errors: ['quality.no_such_lesson'],
  },
  'PUT /api/quality-lessons/{id}': {
    summary: 'Make a new version of a lesson; attempts keep the version that was asked',
    permission: 'quality.manage',
    input: Fields.extend({ ...at, isArchived: z.boolean().default(false) }),
    output: Changed,
    errors: [...refusals, noExample, 'quality.no_such_lesson', 'quality.changed_meanwhile'],
  },
  'GET /api/quality-weak-items': {
    summary: 'What people in reach have done badly lately, and the lesson there is on it',
    permission: 'quality.view',
    input: Nothing,
    output: z.object({
      weak: z.array(
        z.object({
          staff: Named,
          item: z.string(),
          title: z.string(),
          answers: z.int(),
          share: z.number(),
          /** Some reviews in which it was not done well, the newest first. */
          reviewIds: z.array(Id),
          lesson: z.object({ id: Id, name: z.string() }).nullable(),
          /** One that is not passed yet. */
          assignmentId: Id.nullable(),
          isMine: z.boolean(),
        }),
      ),
    }),
  },
  'GET /api/quality-assignments': {
    summary: 'Lessons that people in reach were given, the newest first',
    permission: 'quality.view',
    input: Paging.extend({ isOpen: z.enum(['true', 'false']).optional() }),
    output: z.object({ assignments: z.array(Assignment), nextCursor: z.string().nullable() }),
    errors: ['kernel.bad_cursor'],
  },
  'POST /api/quality-assignments': {
    summary: 'Give somebody a lesson, or take one oneself',
    permission: 'quality.view',
    input: z.object({ lessonId: Id, staffId: Id, dueOn: DateOnly.nullable().default(null) }),
    output: z.object({ id: Id }),
    errors: [
      'quality.no_such_lesson',
      'quality.no_such_learner',
      'quality.given_already',
      'quality.day_is_over',
    ],
    status: 201,
  },
  'POST /api/quality-assignments/{id}/cancel': {
    summary: 'Take a lesson back that was not passed; what was tried stays known',
    permission: 'quality.review',
    input: z.object({ id: Id }),
    output: z.object({ id: Id }),
    errors: [hidden, 'quality.lesson_over'],
  },
  'GET /api/quality-assignments/{id}': {
    summary: 'A lesson that was given: to read, to be tried in, and what came of it',
    permission: 'quality.view',
    input: z.object({ id: Id }),
    output: Assignment.extend({
      version: z.int(),
      items: z.array(Taught),
      article: z.string(),
      examples: z.array(ShownExample),
      questions: z.array(Question),
      passPercent: z.int(),
      tried: z.array(
        z.object({
          id: Id,
          takenAt: Instant,
          rightCount: z.int(),
          questions: z.int(),
          isPassed: z.boolean(),
        }),
      ),
      /** May be tried in once more today. */
      mayTry: z.boolean(),
      effect: Effect,
    }),
    errors: [hidden],
  },
  'POST /api/quality-assignments/{id}/attempts': {
    summary: 'Answer the test of a lesson that one was given oneself',
    permission: 'quality.view',
    input: z.object({ id: Id, version: z.int(), answers: z.array(z.int().min(0).max(5)).max(20) }),
    output: z.object({ id: Id, rightCount: z.int(), questions: z.int(), isPassed: z.boolean() }),
    errors: [
      hidden,
      'quality.lesson_over',
      'quality.changed_meanwhile',
      'quality.unanswered',
      'quality.tried_enough',
    ],
    status: 201,
  },
});
