import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Instant, Nothing } from '../../kernel/api/shapes.ts';
import { Row } from './shapes.ts';

const Tally = z.object({
  /** Everything that is open. */
  open: z.int(),
  /** Of that what nobody has taken. */
  nobodys: z.int(),
  /** Asks for a human, and its time is over. */
  late: z.int(),
  /** Will be late in the next minutes unless somebody does something. */
  soon: z.int(),
});

const Foresight = z.object({
  /** How many nobody has, that wait for their first touch. */
  waiting: z.int(),
  /** How many of these are in time yet, and will be late at the pace of now. */
  late: z.int(),
  /** Who is here and can begin at once, and who has something to see to first. */
  free: z.int(),
  busy: z.int(),
  /** How long somebody is busy with one. */
  touchSeconds: z.number(),
  /** Known by the touches of the last hour, of the last week, or not at all. */
  basis: z.enum(['hour', 'week', 'none']),
  /** The first of those that will be late; null: nobody who is here will be asked. */
  rows: z.array(Row.extend({ touchAt: Instant.nullable() })),
});

export const boardApi = defineApi({
  'GET /api/board': {
    summary: 'The shift at a glance: who is here with what load, what is late and what will be',
    permission: 'conversations.assign',
    input: Nothing,
    output: z.object({
      people: z.array(
        z.object({
          id: Id,
          name: z.string(),
          team: z.string().nullable(),
          state: z.enum(['ready', 'after_call', 'break', 'away']),
          /** Since when they do that. */
          since: Instant.nullable(),
          /** The shift that goes on by the plan. */
          shift: z.object({ startsAt: Instant, endsAt: Instant }).nullable(),
          /** Should be here by the plan, and is not since then. */
          missingSince: Instant.nullable(),
          /** Here, while the plan has others at this hour. */
          isOffShift: z.boolean(),
          /** Left ready when the shift ended: offered nothing until they say it again. */
          isLeftOver: z.boolean(),
          isCalling: z.boolean(),
          load: z.number(),
          loadLimit: z.int(),
          late: z.int(),
        }),
      ),
      total: Tally,
      channels: z.array(Tally.extend({ channel: z.string() })),
      late: z.array(Row),
      soon: z.array(Row),
      foresight: Foresight,
    }),
  },
});
