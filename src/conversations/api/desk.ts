import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Instant, Nothing, Paging } from '../../kernel/api/shapes.ts';
import { Conversation, FeedPage, FollowUp, Need, Row } from './shapes.ts';

const queues = ['mine', 'offered', 'nobody', 'all', 'retry', 'closed'] as const;
export type Queue = (typeof queues)[number];

const Counts = z.object({
  mine: z.int(),
  offered: z.int(),
  nobody: z.int(),
  all: z.int(),
  retry: z.int(),
  /** My follow-ups whose time has come. */
  followUpsDue: z.int(),
});

/** What lists and opens; nothing here changes anything. */
export const deskApi = defineApi({
  'GET /api/conversations': {
    summary: 'Conversations of one queue, the most urgent first',
    permission: 'conversations.view',
    input: Paging.extend({
      queue: z.enum(queues).default('all'),
      /** Only those that bear this label. */
      labelId: Id.optional(),
    }),
    output: z.object({ rows: z.array(Row), next: z.string().nullable() }),
  },
  'GET /api/conversations/counts': {
    summary: 'How many conversations wait in each queue',
    permission: 'conversations.view',
    input: Nothing,
    output: Counts,
  },
  'GET /api/conversations/{id}': {
    summary: 'A conversation with its words, calls, notes, follow-ups and history',
    permission: 'conversations.view',
    input: z.object({ id: Id }),
    output: Conversation,
    errors: ['conversations.not_found'],
  },
  'GET /api/conversations/{id}/earlier': {
    summary: 'What was said and done before the moment up to which a conversation is shown',
    permission: 'conversations.view',
    input: z.object({ id: Id, before: z.iso.datetime({ offset: true }) }),
    output: FeedPage,
    errors: ['conversations.not_found'],
  },
  'GET /api/conversations/{id}/files/{fileId}': {
    summary: 'A file that came with a message',
    permission: 'conversations.view',
    kind: 'download',
    input: z.object({ id: Id, fileId: Id }),
    output: Nothing,
    errors: ['conversations.file_not_found'],
  },
  'GET /api/messages/{id}': {
    summary: 'In which conversation a message stands',
    permission: 'conversations.view',
    input: z.object({ id: Id }),
    output: z.object({ conversationId: Id }),
    errors: ['conversations.message_not_found'],
  },
  'GET /api/conversations/{id}/messages/{messageId}/letter': {
    summary: 'A letter as its writer laid it out; pictures from elsewhere only where asked for',
    permission: 'conversations.view',
    kind: 'download',
    input: z.object({ id: Id, messageId: Id, pictures: z.stringbool().optional() }),
    output: Nothing,
    errors: ['conversations.message_not_found'],
  },
  'GET /api/conversations/offer': {
    summary: 'What is put before me now: an offer, and what was escalated to me as a supervisor',
    permission: 'conversations.view',
    input: Nothing,
    output: z.object({
      offer: Row.extend({
        expiresAt: Instant,
        offeredAt: Instant,
        /** The skills that it asks for. */
        needs: z.array(Need),
      }).nullable(),
      escalated: z.array(Row),
    }),
  },
  'GET /api/conversations/assignees': {
    summary: 'Who can be given a conversation: those here first, with their load',
    permission: 'conversations.assign',
    input: Nothing,
    output: z.object({
      people: z.array(
        z.object({
          id: Id,
          name: z.string(),
          team: z.string().nullable(),
          isHere: z.boolean(),
          isReady: z.boolean(),
          /** In requests: a chat counts as the part of one that it takes. */
          load: z.number(),
          loadLimit: z.int(),
        }),
      ),
    }),
  },
  'GET /api/follow-ups': {
    summary: 'My follow-ups that are not done, the earliest first',
    permission: 'conversations.work',
    input: Paging.extend({ isDue: z.stringbool().optional() }),
    output: z.object({ rows: z.array(FollowUp), next: z.string().nullable() }),
  },
});
