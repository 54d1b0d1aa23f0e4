import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Instant } from '../../kernel/api/shapes.ts';
import { Presence, PresenceState } from './people.ts';

const Seconds = z.int().min(0);

export const statesApi = defineApi({
  'PUT /api/staff/{id}/presence': {
    summary: 'Say for somebody who is here what they do now',
    permission: 'staff.manage',
    input: z.object({ id: Id, state: PresenceState }),
    output: Presence,
    errors: ['staff.not_found', 'staff.not_here'],
  },
  'GET /api/states': {
    summary: 'How long people were in each state, by person and day',
    permission: 'staff.states',
    input: z.object({ from: DateOnly, to: DateOnly }),
    output: z.object({
      people: z.array(
        z.object({
          id: Id,
          name: z.string(),
          team: z.string().nullable(),
          /** Days on which the person was here at all. */
          days: z.array(
            z.object({
              day: z.string(),
              readySeconds: Seconds,
              afterCallSeconds: Seconds,
              breakSeconds: Seconds,
              /** With the screen open, but said to be away. */
              awaySeconds: Seconds,
            }),
          ),
        }),
      ),
    }),
    errors: ['staff.period_too_long'],
  },
  'GET /api/states/{staffId}': {
    summary: 'What somebody did on a day, change by change',
    permission: 'staff.states',
    input: z.object({ staffId: Id, day: DateOnly }),
    output: z.object({
      name: z.string(),
      stints: z.array(
        z.object({
          state: PresenceState,
          /** Their screen was open. */
          isHere: z.boolean(),
          began: Instant,
          ended: Instant,
          by: z.string().nullable(),
        }),
      ),
    }),
    errors: ['staff.not_found', 'staff.period_too_long'],
  },
});
