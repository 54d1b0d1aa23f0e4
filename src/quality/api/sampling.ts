import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Nothing, Paging } from '../../kernel/api/shapes.ts';
import { contactKinds, lengths, skipReasons } from '../kinds.ts';
import { Named, Version, Words } from './shapes.ts';

const Plan = z.object({
  version: Version,
  /** So many of everybody; 0 draws nothing. */
  contactsWeekly: z.int().min(0).max(20),
});

/** What a drawn contact is, before anybody has read it. */
export const Contact = z.object({
  staff: Named,
  conversationId: Id,
  number: z.int(),
  channel: z.string(),
  length: z.enum(lengths),
  kind: z.enum(contactKinds),
  weekOn: DateOnly,
});

export const samplingApi = defineApi({
  'GET /api/quality-plan': {
    summary: 'How many contacts of everybody are drawn each week',
    permission: 'quality.manage',
    input: Nothing,
    output: Plan.extend({ beginsOn: DateOnly.nullable() }),
  },
  'PUT /api/quality-plan': {
    summary: 'Say how many contacts of everybody are drawn, from this week on',
    permission: 'quality.manage',
    input: Plan,
    output: z.object({ version: Version }),
    errors: ['quality.changed_meanwhile'],
  },
  'GET /api/quality-draws': {
    summary: 'Drawn contacts that wait to be judged, the oldest week first',
    permission: 'quality.review',
    input: Paging,
    output: z.object({
      draws: z.array(
        Contact.extend({
          id: Id,
          review: z.object({ id: Id, reviewer: Named }).nullable(),
        }),
      ),
      nextCursor: z.string().nullable(),
    }),
    errors: ['kernel.bad_cursor'],
  },
  'POST /api/quality-draws/{id}/skip': {
    summary: 'Leave a drawn contact out, with the reason; the next of the same draw is taken',
    permission: 'quality.review',
    input: z.object({ id: Id, reason: z.enum(skipReasons), words: Words }),
    output: z.object({ nextId: Id.nullable() }),
    errors: ['quality.no_such_draw', 'quality.own_contact', 'quality.taken_already'],
  },
  'POST /api/quality-draws/{id}/review': {
    summary: 'Begin to judge a drawn contact; what the system knows is filled in',
    permission: 'quality.review',
    input: z.object({ id: Id }),
    output: z.object({ id: Id }),
    errors: [
      'quality.no_such_draw',
      'quality.own_contact',
      'quality.taken_already',
      'quality.no_card',
    ],
    status: 201,
  },
});
