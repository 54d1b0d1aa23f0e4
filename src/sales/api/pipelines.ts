import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Line, Nothing } from '../../kernel/api/shapes.ts';
import { EntryAction } from './entry.ts';
import { requirable } from '../pipelines/requirable.ts';

/** What a stage is, as far as somebody sets it. */
export const stageFields = {
  name: Line,
  /** How likely a deal that stands here is won, in percent. */
  probability: z.int().min(0).max(100),
  requiredFields: z.array(z.enum(requirable)).max(20),
  /** For so many seconds of working time a deal may stand here. */
  limitSeconds: z.int().min(60).max(31_536_000).nullable(),
  calendarId: Id.nullable(),
  /** What is done by itself when a deal enters. */
  entry: z.array(EntryAction).max(10),
};

const Stage = z.object({ id: Id, ...stageFields, isArchived: z.boolean() });

const Pipeline = z.object({
  id: Id,
  name: Line,
  isArchived: z.boolean(),
  /** From the first to the last before it is won; those out of use stand last. */
  stages: z.array(Stage),
});

const Word = z.object({ id: Id, name: Line, isArchived: z.boolean() });

export const pipelinesApi = defineApi({
  'GET /api/pipelines': {
    summary: 'Pipelines with their stages, the sources of leads and the reasons for a loss',
    permission: 'signed-in',
    input: Nothing,
    output: z.object({
      pipelines: z.array(Pipeline),
      sources: z.array(Word),
      lostReasons: z.array(Word),
    }),
  },
});
