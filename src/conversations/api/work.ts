import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Instant, Nothing } from '../../kernel/api/shapes.ts';
import { labelChange } from '../../work/api/labels.ts';
import { Writing } from '../../work/api/writing.ts';
import { outcomes } from './outcomes.ts';
import { Changed, Version } from './shapes.ts';

const One = z.object({ id: Id });
const OneSeen = One.extend({ version: Version });
const NoteText = z.string().trim().min(1).max(4000);
const NewFollowUp = z.object({ dueAt: z.iso.datetime({ offset: true }), text: NoteText.max(1000) });

const writeErrors = [
  'conversations.not_found',
  'conversations.changed_meanwhile',
  'conversations.not_yours',
  'conversations.not_taken',
  'conversations.closed_already',
] as const;

/** What people do with a conversation. */
export const workApi = defineApi({
  'POST /api/conversations/visits': {
    summary: 'Write down that somebody has come to the office, and what for',
    permission: 'conversations.work',
    input: z.object({
      subscriberId: Id.optional(),
      name: z.string().trim().max(200).default(''),
      /** In any notation; nobody has to tell one. */
      phone: z.string().trim().max(40).default(''),
      wanted: z.string().trim().min(1).max(4000),
    }),
    output: Changed.extend({ number: z.int() }),
    errors: ['conversations.no_such_subscriber'],
    status: 201,
  },
  'POST /api/conversations/{id}/take': {
    summary: 'Take a conversation that is nobody’s; of two who take it at once, one gets it',
    permission: 'conversations.work',
    input: One,
    output: Changed,
    errors: [
      'conversations.not_found',
      'conversations.already_taken',
      'conversations.closed_already',
    ],
  },
  'POST /api/conversations/{id}/decline': {
    summary: 'Let an offer pass; it goes to somebody else at once',
    permission: 'conversations.work',
    input: One,
    output: Nothing,
    errors: ['conversations.offer_over'],
  },
  'POST /api/conversations/{id}/release': {
    summary: 'Give a conversation back to the queue',
    permission: 'conversations.work',
    input: OneSeen,
    output: Changed,
    errors: writeErrors,
  },
  'POST /api/conversations/{id}/assign': {
    summary: 'Give a conversation to somebody',
    permission: 'conversations.assign',
    input: OneSeen.extend({ staffId: Id }),
    output: Changed,
    errors: [...writeErrors, 'conversations.cannot_work'],
  },
  'POST /api/conversations/{id}/calls': {
    summary: 'Say that I am calling; the first call stops the clock of the norm',
    permission: 'conversations.work',
    input: One,
    output: Changed.extend({ attemptId: Id, dialUri: z.string(), isFirstTouch: z.boolean() }),
    errors: writeErrors,
  },
  'POST /api/conversations/{id}/outcome': {
    summary: 'Record what came of the call; a call that nobody answered is planned again',
    permission: 'conversations.work',
    input: OneSeen.extend({
      outcome: z.enum(outcomes),
      note: z.string().trim().max(4000).default(''),
      /** When the person asked to be called; needed for `asked_later`. */
      nextTryAt: z.iso.datetime({ offset: true }).optional(),
      /** Whether this ends the conversation; so it does where nothing is left to try. */
      isClosed: z.boolean().optional(),
      followUp: NewFollowUp.optional(),
    }),
    output: Changed.extend({
      state: z.enum(['open', 'snoozed', 'closed']),
      nextTryAt: Instant.nullable(),
    }),
    errors: [
      ...writeErrors,
      'conversations.outcome_outgoing',
      'conversations.time_needed',
      'conversations.time_past',
    ],
  },
  'POST /api/conversations/{id}/notes': {
    summary: 'Write an internal note',
    permission: 'conversations.work',
    input: One.extend({
      text: NoteText,
      writing: Writing.optional(),
      /** Colleagues who are called to it by name. */
      mentions: z.array(Id).max(20).default([]),
    }),
    output: Changed,
    errors: ['conversations.not_found'],
  },
  'PUT /api/conversations/{id}/labels': {
    summary: 'Put labels on a conversation and take others off',
    permission: 'conversations.work',
    input: One.extend(labelChange),
    output: Changed,
    errors: ['conversations.not_found', 'work.label_not_found', 'work.too_many_labels_on_one'],
  },
  'POST /api/conversations/{id}/messages': {
    summary: 'Answer on the channel on which it came; the answer leaves within seconds',
    permission: 'conversations.work',
    input: OneSeen.extend({
      /** May be empty where files go. */
      text: z.string().trim().max(20_000),
      /** Of the draft that it was; the draft ends with it. */
      writing: Writing.optional(),
      /** Files kept with the draft, in the order in which they go; others stay with it. */
      fileIds: z.array(Id).max(20).default([]),
      /** The foreign address at which its writer wants to answer, asked for once. */
      answersAt: z.string().max(254).optional(),
    }),
    output: Changed.extend({ messageId: Id }),
    errors: [
      ...writeErrors,
      'conversations.cannot_answer',
      'conversations.answers_elsewhere',
      'conversations.nothing_said',
      'conversations.too_long',
      'conversations.too_many_files',
      'conversations.file_too_large',
      'conversations.files_too_large',
      'conversations.file_not_taken',
      'work.file_not_found',
    ],
    status: 201,
  },
  'POST /api/conversations/{id}/messages/{messageId}/settle': {
    summary: 'Say that a message arrived of which nobody knows, or that it shall be sent again',
    permission: 'conversations.work',
    input: One.extend({ messageId: Id, hasArrived: z.boolean() }),
    output: Changed,
    errors: [...writeErrors, 'conversations.message_not_found', 'conversations.message_settled'],
  },
  'POST /api/conversations/{id}/snooze': {
    summary: 'Put a conversation aside until a time; only after the first touch',
    permission: 'conversations.work',
    input: OneSeen.extend({ until: z.iso.datetime({ offset: true }) }),
    output: Changed,
    errors: [...writeErrors, 'conversations.touch_first', 'conversations.time_past'],
  },
  'POST /api/conversations/{id}/wake': {
    summary: 'Take a conversation up again before its time',
    permission: 'conversations.work',
    input: OneSeen,
    output: Changed,
    errors: writeErrors,
  },
  'POST /api/conversations/{id}/close': {
    summary: 'Close a conversation that was answered, or with a word why it was no request',
    permission: 'conversations.work',
    input: OneSeen.extend({
      isNotARequest: z.boolean().default(false),
      note: z.string().trim().max(4000).default(''),
    }),
    output: Changed,
    errors: [...writeErrors, 'conversations.outcome_needed', 'conversations.note_needed'],
  },
  'POST /api/conversations/{id}/reopen': {
    summary: 'Open a closed conversation again',
    permission: 'conversations.work',
    input: OneSeen,
    output: Changed,
    errors: [
      'conversations.not_found',
      'conversations.changed_meanwhile',
      'conversations.not_closed',
    ],
  },
  'PUT /api/conversations/{id}/subscriber': {
    summary: 'Say which subscriber wrote, or that it is nobody of the base',
    permission: 'conversations.work',
    input: OneSeen.extend({ subscriberId: Id.nullable() }),
    output: Changed,
    errors: [...writeErrors, 'conversations.no_such_subscriber'],
  },
  'POST /api/conversations/{id}/follow-ups': {
    summary: 'Promise to come back to it on a day',
    permission: 'conversations.work',
    input: One.extend(NewFollowUp.shape),
    output: z.object({ id: Id }),
    errors: ['conversations.not_found', 'conversations.time_past'],
    status: 201,
  },
  'POST /api/follow-ups/{id}/done': {
    summary: 'Say that a follow-up is done, or with isDone false that it is not',
    permission: 'conversations.work',
    input: One.extend({ isDone: z.boolean().default(true) }),
    output: Nothing,
    errors: ['conversations.follow_up_not_found'],
  },
});
