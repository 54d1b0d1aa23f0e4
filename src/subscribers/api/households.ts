import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Line, Nothing } from '../../kernel/api/shapes.ts';
import { Words } from './shapes.ts';

const Member = z.object({
  subscriberId: Id,
  /** What this one is to the others: mother, head office, branch. */
  role: Words.default(''),
});

/** Families under one roof, and companies that belong together. */
export const householdsApi = defineApi({
  'POST /api/households': {
    summary: 'Join subscribers into a household or a holding',
    permission: 'subscribers.edit',
    input: z.object({
      kind: z.enum(['household', 'holding']),
      name: Line,
      members: z.array(Member).min(1).max(200),
    }),
    output: z.object({ id: Id }),
    errors: ['subscribers.not_found', 'subscribers.erased'],
    status: 201,
  },
  'POST /api/households/{id}/members': {
    summary: 'Add a subscriber to a household or a holding',
    permission: 'subscribers.edit',
    input: Member.extend({ id: Id }),
    output: Nothing,
    errors: [
      'subscribers.not_found',
      'subscribers.erased',
      'subscribers.no_such_household',
      'subscribers.already_member',
    ],
    status: 201,
  },
  'DELETE /api/households/{id}/members/{subscriberId}': {
    summary: 'Take a subscriber out; the last one out closes the household',
    permission: 'subscribers.edit',
    input: z.object({ id: Id, subscriberId: Id }),
    output: Nothing,
    errors: ['subscribers.not_found', 'subscribers.erased', 'subscribers.no_such_household'],
  },
});
