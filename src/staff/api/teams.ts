import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Line, Nothing } from '../../kernel/api/shapes.ts';

export const teamsApi = defineApi({
  'GET /api/teams': {
    summary: 'Teams, with how many people stand in each',
    permission: 'signed-in',
    input: Nothing,
    output: z.object({
      teams: z.array(
        z.object({ id: Id, name: z.string(), staffCount: z.int(), isArchived: z.boolean() }),
      ),
    }),
  },
  'POST /api/teams': {
    summary: 'Make a team',
    permission: 'staff.teams',
    input: z.object({ name: Line }),
    output: z.object({ id: Id }),
    errors: ['staff.team_name_taken'],
    status: 201,
  },
  'PUT /api/teams/{id}': {
    summary: 'Rename a team, archive it or bring it back',
    permission: 'staff.teams',
    input: z.object({ id: Id, name: Line.optional(), isArchived: z.boolean().optional() }),
    output: Nothing,
    errors: ['staff.team_not_found', 'staff.team_name_taken', 'staff.team_in_use'],
  },
});
