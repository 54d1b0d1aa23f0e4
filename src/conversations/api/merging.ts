import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id } from '../../kernel/api/shapes.ts';
import { Changed, Row, Version } from './shapes.ts';

const One = z.object({ id: Id });
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
    input: One.extend({ version: Version, fromId: Id }),
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
});
