import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Line, Nothing } from '../../kernel/api/shapes.ts';
import { Priority } from './shapes.ts';

const fields = {
  name: Line,
  /** What a new ticket of it begins with. */
  priority: Priority,
  teamId: Id.nullable(),
};

export const Category = z.object({ id: Id, ...fields, isArchived: z.boolean() });

export const categoriesApi = defineApi({
  'GET /api/ticket-categories': {
    summary: 'What tickets are about, in order; those no longer used stand last',
    permission: 'signed-in',
    input: Nothing,
    output: z.object({ categories: z.array(Category) }),
  },
  'POST /api/ticket-categories': {
    summary: 'Add a category of tickets',
    permission: 'tickets.settings',
    input: z.object(fields),
    output: z.object({ id: Id }),
    errors: ['tickets.category_taken', 'tickets.no_such_team'],
    status: 201,
  },
  'PUT /api/ticket-categories/{id}': {
    summary: 'Change a category, put it out of use or bring it back',
    permission: 'tickets.settings',
    input: z.object({ id: Id, ...fields, isArchived: z.boolean() }),
    output: Nothing,
    errors: ['tickets.no_such_category', 'tickets.category_taken', 'tickets.no_such_team'],
  },
});
