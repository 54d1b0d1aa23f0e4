import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Nothing } from '../../kernel/api/shapes.ts';
import { TicketLine } from './open.ts';
import { Subject, Version } from './shapes.ts';
import { linkKinds } from './states.ts';

const Link = z.object({ id: Id, otherId: Id, kind: z.enum(linkKinds) });

const both = ['tickets.not_found', 'tickets.same_ticket', 'tickets.merged'];

/** What one ticket has to do with another, and which become one. */
export const linkingApi = defineApi({
  'GET /api/tickets/alike': {
    summary: 'Tickets not done yet that may be about the same: of a subscriber, or at their house',
    permission: 'tickets.view',
    input: z.object({
      subscriberId: Id.optional(),
      conversationId: Id.optional(),
      categoryId: Id.optional(),
      subject: z.string().max(300).optional(),
      exceptId: Id.optional(),
    }),
    output: z.object({ tickets: z.array(TicketLine) }),
  },
  'POST /api/tickets/{id}/links': {
    summary: 'Say what a ticket has to do with another; both show it',
    permission: 'tickets.work',
    input: Link,
    output: Nothing,
    errors: both,
  },
  'DELETE /api/tickets/{id}/links/{otherId}/{kind}': {
    summary: 'Take such a word back',
    permission: 'tickets.work',
    input: Link,
    output: Nothing,
    errors: both,
  },
  'POST /api/tickets/{id}/merge': {
    summary: 'Make another ticket a part of this one; its number leads here from then on',
    permission: 'tickets.work',
    input: z.object({ id: Id, fromId: Id }),
    output: Nothing,
    errors: both,
  },
  'POST /api/tickets/{id}/unmerge': {
    summary: 'Let a merged ticket stand by itself again, as it was',
    permission: 'tickets.work',
    input: z.object({ id: Id }),
    output: Nothing,
    errors: ['tickets.not_found', 'tickets.not_merged'],
  },
  'POST /api/tickets/{id}/split': {
    summary: 'Make a ticket of its own out of some notes of this one, with their files',
    permission: 'tickets.work',
    input: z.object({
      id: Id,
      version: Version,
      subject: Subject,
      noteIds: z.array(Id).min(1).max(500),
    }),
    output: z.object({ id: Id, splitId: Id }),
    errors: [
      'tickets.not_found',
      'tickets.merged',
      'tickets.changed_meanwhile',
      'tickets.no_such_note',
      'subscribers.erased',
    ],
    status: 201,
  },
  'POST /api/tickets/{id}/splits/{splitId}/undo': {
    summary: 'Put split notes back where they stood; the number of their own leads there',
    permission: 'tickets.work',
    input: z.object({ id: Id, splitId: Id }),
    output: Nothing,
    errors: ['tickets.not_found', 'tickets.no_such_split', 'tickets.split_is_merged'],
  },
});
