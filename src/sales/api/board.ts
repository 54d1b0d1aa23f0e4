import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Instant } from '../../kernel/api/shapes.ts';
import { Version } from './shapes.ts';

/** Which deals of a pipeline a board shows. */
const shown = {
  /** The first pipeline where none is given. */
  pipelineId: Id.optional(),
  /** Only one's own. */
  isMine: z.stringbool().or(z.boolean()).default(false),
  /** Only those that stand in their stage for too long. */
  isLate: z.stringbool().or(z.boolean()).default(false),
};

export const BoardCard = z.object({
  id: Id,
  version: Version,
  stageId: Id,
  name: z.string(),
  monthlyMinor: z.int(),
  onceMinor: z.int(),
  currency: z.string(),
  owner: z.string().nullable(),
  source: z.string().nullable(),
  nextStep: z.string(),
  nextAt: Instant.nullable(),
  dueAt: Instant.nullable(),
  enteredStageAt: Instant,
});

/** What a column holds in all, whatever of it was read. */
export const ColumnSum = z.object({
  stageId: Id,
  count: z.int(),
  /** There are more than were counted; the sums are of those counted. */
  isMore: z.boolean(),
  lateCount: z.int(),
  monthlyMinor: z.int(),
  onceMinor: z.int(),
});

const cards = { deals: z.array(BoardCard), nextCursor: z.string().nullable() };

export const boardApi = defineApi({
  'GET /api/deal-board': {
    summary: 'Open deals of a pipeline by stage: sums of each column and its first cards',
    permission: 'sales.work',
    input: z.object(shown),
    output: z.object({
      pipelineId: Id,
      currency: z.string(),
      sums: z.array(ColumnSum),
      columns: z.array(z.object({ stageId: Id, ...cards })),
    }),
    errors: ['sales.no_such_pipeline'],
  },
  'GET /api/deal-board/{stageId}': {
    summary: 'Further cards of a column: what is late first, then the latest to enter the stage',
    permission: 'sales.work',
    input: z.object({ ...shown, stageId: Id, cursor: z.string().max(500) }),
    output: z.object(cards),
    errors: ['kernel.bad_cursor'],
  },
  'POST /api/deal-board/cards': {
    summary: 'Of these deals those that a board shows now, as they are, and its sums',
    permission: 'sales.work',
    input: z.object({ ...shown, pipelineId: Id, ids: z.array(Id).max(500) }),
    output: z.object({ deals: z.array(BoardCard), sums: z.array(ColumnSum) }),
    repeats: 'harmless',
  },
});
