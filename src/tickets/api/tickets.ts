import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Nothing, Paging } from '../../kernel/api/shapes.ts';
import { listRoutes } from '../../kernel/list/api.ts';
import { labelChange } from '../../work/api/labels.ts';
import { Writing } from '../../work/api/writing.ts';
import { SubjectInput, subjectErrors } from './billing.ts';
import { listed } from './list.ts';
import { Note, Past, Ticket, TicketLine, writtenKinds } from './open.ts';
import { Changed, Subject, TicketFields, Version, Words } from './shapes.ts';

const fieldErrors = [
  'tickets.no_such_category',
  'tickets.no_such_team',
  'tickets.cannot_work',
  'tickets.date_needed',
  'tickets.date_past',
  'tickets.not_of_subscriber',
  'subscribers.not_found',
  'subscribers.erased',
  'work.value_misfit',
  'work.attribute_undefined',
] as const;

export const ticketsApi = defineApi({
  ...listRoutes(listed),
  'POST /api/tickets': {
    summary:
      'Open a ticket: for a subscriber, an account, an address, from a conversation, or none',
    permission: 'tickets.work',
    input: TicketFields.omit({ state: true, waitsUntil: true }).extend({
      categoryId: Id,
      subject: Subject,
      /** Out of which it is made: both know each other from then on. */
      conversationId: Id.optional(),
      watcherIds: z.array(Id).max(50).optional(),
      /** What of the subscriber's accounts it is about. */
      subjects: z.array(SubjectInput).max(20).optional(),
    }),
    output: z.object({ id: Id }),
    errors: [...fieldErrors, 'tickets.no_such_conversation', ...subjectErrors],
    status: 201,
  },
  'GET /api/tickets/{id}': {
    summary: 'A ticket with its newest notes and history; its number is its id',
    permission: 'tickets.view',
    input: z.object({ id: Id }),
    output: Ticket,
    errors: ['tickets.not_found'],
  },
  'GET /api/tickets/{id}/history': {
    summary: 'Steps of a ticket before a given one, the newest page first, back to its opening',
    permission: 'tickets.view',
    input: z.object({
      id: Id,
      before: z.coerce.number().int().positive(),
      cursor: Paging.shape.cursor,
      limit: Paging.shape.limit,
    }),
    output: z.object({
      /** The earliest of the page first. */
      history: z.array(Past),
      names: z.record(z.string(), z.string()),
      nextCursor: z.string().nullable(),
    }),
    errors: ['tickets.not_found', 'kernel.bad_cursor'],
  },
  'GET /api/tickets/{id}/notes': {
    summary: 'Notes of a ticket before a given one, the newest page first, back to its first',
    permission: 'tickets.view',
    input: z.object({
      id: Id,
      before: z.coerce.number().int().positive(),
      cursor: Paging.shape.cursor,
      limit: Paging.shape.limit,
    }),
    output: z.object({
      /** The earliest of the page first. */
      notes: z.array(Note),
      nextCursor: z.string().nullable(),
    }),
    errors: ['tickets.not_found', 'kernel.bad_cursor'],
  },
  'PATCH /api/tickets/{id}': {
    summary: 'Change the fields given',
    permission: 'tickets.work',
    input: TicketFields.extend({ id: Id, version: Version }),
    output: Changed,
    errors: ['tickets.not_found', 'tickets.changed_meanwhile', ...fieldErrors],
  },
  'POST /api/tickets/{id}/notes': {
    summary: 'Write an internal note, what the subscriber was told, or a message to them',
    permission: 'tickets.work',
    input: z.object({
      id: Id,
      kind: z.enum(writtenKinds).default('note'),
      text: Words.min(1),
      /** The draft that this ends. */
      writing: Writing.optional(),
      /** Colleagues who are called by name. */
      mentions: z.array(Id).max(20).default([]),
      /** The newest step that its writer has seen; what others did since stops it. */
      seenId: z.int().min(0).optional(),
    }),
    output: z.object({ noteId: Id }),
    errors: [
      'tickets.not_found',
      'tickets.merged',
      'tickets.changed_meanwhile',
      'tickets.cannot_reply',
      'conversations.answers_elsewhere',
      'conversations.too_long',
    ],
    status: 201,
  },
  'PUT /api/tickets/{id}/labels': {
    summary: 'Put labels on a ticket and take others off',
    permission: 'tickets.work',
    input: z.object({ id: Id, ...labelChange }),
    output: Nothing,
    errors: [
      'tickets.not_found',
      'tickets.merged',
      'work.label_not_found',
      'work.too_many_labels_on_one',
    ],
  },
  'POST /api/tickets/{id}/notes/{noteId}/files': {
    summary: 'Put a file to a note of one’s own',
    permission: 'tickets.work',
    kind: 'upload',
    input: z.object({ id: Id, noteId: Id }),
    output: z.object({ fileId: Id }),
    errors: ['tickets.not_found', 'tickets.no_such_note'],
    status: 201,
  },
  'GET /api/tickets/{id}/files/{fileId}': {
    summary: 'A file of a note',
    permission: 'tickets.view',
    kind: 'download',
    input: z.object({ id: Id, fileId: Id }),
    output: Nothing,
    errors: ['tickets.file_not_found'],
  },
  'PUT /api/tickets/{id}/watchers': {
    summary: 'Say who hears of a ticket besides whoever has it',
    permission: 'tickets.work',
    input: z.object({ id: Id, watcherIds: z.array(Id).max(50) }),
    output: Nothing,
    errors: ['tickets.not_found', 'tickets.cannot_work'],
  },
  'PUT /api/tickets/{id}/conversations/{conversationId}': {
    summary: 'Let a ticket and a conversation know each other',
    permission: 'tickets.work',
    input: z.object({ id: Id, conversationId: Id }),
    output: Nothing,
    errors: ['tickets.not_found', 'tickets.no_such_conversation'],
  },
  'GET /api/tickets/of-conversation/{conversationId}': {
    summary: 'Tickets that a conversation has led to',
    permission: 'tickets.view',
    input: z.object({ conversationId: Id }),
    output: z.object({ tickets: z.array(TicketLine) }),
  },
});

export type NoteInput = z.output<(typeof ticketsApi)['POST /api/tickets/{id}/notes']['input']>;
