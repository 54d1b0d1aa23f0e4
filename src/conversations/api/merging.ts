import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Nothing } from '../../kernel/api/shapes.ts';
import { Changed, Row, Version } from './shapes.ts';

const One = z.object({ id: Id });
const Pair = One.extend({ otherId: Id });
const writeErrors = [
  'conversations.not_found',
  'conversations.changed_meanwhile',
  'conversations.not_yours',
  'conversations.not_taken',
  'conversations.closed_already',
] as const;

export const mergingApi = defineApi({
  'GET /api/conversations/{id}/alike': {
    summary: 'Open conversations that may be about the same: of the same sender, near in time',
    permission: 'conversations.view',
    input: One.extend({ number: z.coerce.number().int().positive().optional() }),
    output: z.object({ rows: z.array(Row) }),
    errors: ['conversations.not_found'],
  },
  'POST /api/conversations/{id}/merge': {
    summary: 'Make another conversation one with this; its number leads here from now on',
    permission: 'conversations.work',
    input: One.extend({
      version: Version,
      fromId: Id,
      /** As it was seen by whoever merges it. */
      fromVersion: Version.optional(),
    }),
    output: Changed.extend({ mergeId: Id }),
    errors: [...writeErrors, 'conversations.merge_into_itself'],
  },
  'POST /api/conversations/{id}/merges/{mergeId}/undo': {
    summary: 'Set a merged conversation apart again, as it was',
    permission: 'conversations.work',
    input: One.extend({ mergeId: Id }),
    output: Changed,
    errors: [...writeErrors, 'conversations.no_such_merge'],
  },
  'POST /api/conversations/{id}/split': {
    summary: 'Make a conversation of its own out of some messages of this one',
    permission: 'conversations.work',
    input: One.extend({ version: Version, messageIds: z.array(Id).min(1).max(500) }),
    output: Changed.extend({ splitId: Id, intoId: Id, number: z.int() }),
    errors: [
      ...writeErrors,
      'conversations.message_not_found',
      'conversations.split_nothing_asked',
      'conversations.split_all',
    ],
    status: 201,
  },
  'POST /api/conversations/{id}/splits/{splitId}/undo': {
    summary: 'Put split messages back where they stood; the number of their own leads there',
    permission: 'conversations.work',
    input: One.extend({ splitId: Id }),
    output: Changed,
    errors: [...writeErrors, 'conversations.no_such_split', 'conversations.split_is_merged'],
  },
  'PUT /api/conversations/{id}/links/{otherId}': {
    summary: 'Say that two conversations are about one thing; each shows the other',
    permission: 'conversations.work',
    input: Pair,
    output: Nothing,
    errors: ['conversations.not_found', 'conversations.link_to_itself'],
  },
  'DELETE /api/conversations/{id}/links/{otherId}': {
    summary: 'Take such a word back',
    permission: 'conversations.work',
    input: Pair,
    output: Nothing,
    errors: ['conversations.not_found', 'conversations.link_to_itself'],
  },
});
