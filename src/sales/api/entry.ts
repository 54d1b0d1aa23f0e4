import { z } from 'zod';
import { Id, Line } from '../../kernel/api/shapes.ts';
import { prompts } from './prompts.ts';

/** One thing that is done by itself when a deal enters a stage. */
export const EntryAction = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('task'),
    text: Line,
    /** The term, in working time of a calendar. */
    withinSeconds: z.int().min(60).max(31_536_000),
    calendarId: Id,
    /** Nobody by name: whoever has the deal. */
    staffId: Id.nullable(),
  }),
  z.object({
    kind: z.literal('owner'),
    /** Among whom the one with the fewest open deals is chosen; anybody who sells where null. */
    teamId: Id.nullable(),
    /** Whoever has it keeps it. */
    isOnlyNobodys: z.boolean(),
  }),
  z.object({ kind: z.literal('prompt'), what: z.enum(prompts) }),
]);
export type EntryAction = z.output<typeof EntryAction>;
