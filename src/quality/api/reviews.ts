import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Instant, Paging } from '../../kernel/api/shapes.ts';
import { answers, conditions, sourceKinds } from '../kinds.ts';
import { Group } from './cards.ts';
import { Contact } from './sampling.ts';
import { at, Changed, Named, Note, Version, Words } from './shapes.ts';

const Answered = z.object({
  item: z.string(),
  answer: z.enum(answers),
  filled: z.enum(answers).nullable(),
  /** By what it is known; nothing where a person has answered. */
  source: z.object({ kind: z.enum(sourceKinds), id: Id, at: Instant.nullable() }).nullable(),
  reason: z.string(),
});

const Dispute = z.object({
  id: Id,
  item: z.string(),
  words: z.string(),
  askedAt: Instant,
  answerBefore: z.enum(answers),
  scoreBefore: z.int(),
  answerAfter: z.enum(answers).nullable(),
  decidedBy: Named.nullable(),
  decidedAt: Instant.nullable(),
  decisionWords: z.string(),
});

const Score = z.object({ score: z.int().nullable(), isZeroed: z.boolean() });

const open = ['quality.no_such_review', 'quality.changed_meanwhile', 'quality.finished_already'];

export const reviewsApi = defineApi({
  'GET /api/quality-reviews': {
    summary: 'Judged contacts, the newest first',
    permission: 'quality.view',
    input: Paging.extend({ isDisputed: z.enum(['true', 'false']).optional() }),
    output: z.object({
      reviews: z.array(
        Contact.extend({
          id: Id,
          ...Score.shape,
          card: z.string(),
          finishedAt: Instant,
          disputes: z.int(),
          openDisputes: z.int(),
        }),
      ),
      nextCursor: z.string().nullable(),
    }),
    errors: ['kernel.bad_cursor'],
  },
  'GET /api/quality-reviews/{id}': {
    summary: 'One judged contact: card, answers, notes, disputes',
    permission: 'quality.view',
    input: z.object({ id: Id }),
    output: Contact.extend({
      id: Id,
      version: Version,
      drawId: Id,
      reviewer: Named,
      card: z.object({ id: Id, name: z.string(), version: z.int(), groups: z.array(Group) }),
      applies: z.array(z.enum(conditions)),
      words: z.string(),
      ...Score.shape,
      startedAt: Instant,
      finishedAt: Instant.nullable(),
      answers: z.array(Answered),
      notes: z.array(
        z.object({
          id: Id,
          messageId: Id.nullable(),
          callId: Id.nullable(),
          /** Nothing: of the first part. */
          recordingId: Id.nullable(),
          second: z.int().nullable(),
          words: z.string(),
        }),
      ),
      disputes: z.array(Dispute),
      /** The viewer judges it. */
      isMine: z.boolean(),
      /** The viewer is judged by it, and may dispute. */
      isOfMe: z.boolean(),
      /** The viewer may decide its disputes. */
      canDecide: z.boolean(),
    }),
    errors: ['quality.no_such_review'],
  },
  'PUT /api/quality-reviews/{id}/answers/{item}': {
    summary: 'Answer an item; what the system knew is changed with a reason only',
    permission: 'quality.review',
    input: z.object({
      ...at,
      item: z.string().max(40),
      answer: z.enum(answers),
      reason: Note.default(''),
    }),
    output: Changed,
    errors: [...open, 'quality.no_such_item', 'quality.wrong_answer', 'quality.reason_needed'],
  },
  'POST /api/quality-reviews/{id}/notes': {
    summary: 'Note something at a message, or at a second of a recording',
    permission: 'quality.review',
    input: z.object({
      id: Id,
      words: Words,
      messageId: Id.nullable().default(null),
      callId: Id.nullable().default(null),
      /** Which part of a call's recording; without it, the first. */
      recordingId: Id.nullable().default(null),
      second: z.int().min(0).max(86_400).nullable().default(null),
    }),
    output: z.object({ id: Id }),
    errors: ['quality.no_such_review', 'quality.finished_already', 'quality.no_such_place'],
    status: 201,
  },
  'DELETE /api/quality-reviews/{id}/notes/{noteId}': {
    summary: 'Take a note back',
    permission: 'quality.review',
    input: z.object({ id: Id, noteId: Id }),
    output: z.object({ id: Id }),
    errors: ['quality.no_such_review', 'quality.finished_already', 'quality.no_such_place'],
  },
  'POST /api/quality-reviews/{id}/finish': {
    summary: 'Finish judging; from then on whoever is judged sees it',
    permission: 'quality.review',
    input: z.object({ ...at, words: Note.default('') }),
    output: Changed.extend(Score.shape),
    errors: [...open, 'quality.unanswered', 'quality.weighs_nothing'],
  },
  'POST /api/quality-reviews/{id}/disputes': {
    summary: 'Dispute an answer about oneself',
    permission: 'quality.view',
    input: z.object({ id: Id, item: z.string().max(40), words: Words }),
    output: z.object({ id: Id }),
    errors: ['quality.no_such_review', 'quality.no_such_item', 'quality.disputed_already'],
    status: 201,
  },
  'POST /api/quality-disputes/{id}/decide': {
    summary: 'Decide a dispute: the answer stands, or is another; both stay known',
    permission: 'quality.review',
    input: z.object({ id: Id, answer: z.enum(answers), words: Words }),
    output: z.object({ id: Id, ...Score.shape }),
    errors: [
      'quality.no_such_dispute',
      'quality.decided_already',
      'quality.own_review',
      'quality.wrong_answer',
      'quality.weighs_nothing',
    ],
  },
});
