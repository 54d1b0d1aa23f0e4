import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Nothing } from '../../kernel/api/shapes.ts';
import { friendReasons, friendStates } from '../friends/states.ts';
import { Cost } from './privileges.ts';

const Steps = z
  .array(z.object({ friends: z.int().min(1).max(1000), percent: z.int().min(1).max(100) }))
  .max(10);

export const friendsApi = defineApi({
  'GET /api/subscribers/{id}/friends': {
    summary: 'Whom a subscriber has brought, and whom those have: a tree of three steps',
    permission: 'loyalty.work',
    input: z.object({ id: Id }),
    output: z.object({
      code: z.string(),
      /** The page that a friend is sent to. */
      path: z.string(),
      percent: z.int(),
      staying: z.int(),
      next: z.object({ friends: z.int(), percent: z.int() }).nullable(),
      friendMonths: z.int(),
      broughtBy: z.object({ id: Id, name: z.string() }).nullable(),
      friends: z.array(
        z.object({
          id: Id,
          /** Nothing: of a friend whom the asker may not see. */
          subscriberId: Id.nullable(),
          name: z.string(),
          depth: z.int(),
          parentId: Id.nullable(),
          connectedOn: DateOnly,
          state: z.enum(friendStates),
          reason: z.enum(friendReasons),
          paidMonths: z.int(),
          isHere: z.boolean(),
        }),
      ),
    }),
    errors: ['loyalty.no_member'],
  },
  'GET /api/loyalty/friend-steps': {
    summary: 'When a friend counts, and what comes off while so many stay',
    permission: 'loyalty.manage',
    input: Nothing,
    output: z.object({ friendMonths: z.int(), mostFriends: z.int(), steps: Steps }),
  },
  'POST /api/loyalty/friend-steps/try': {
    summary: 'What such steps would cost a month; nothing is changed',
    permission: 'loyalty.manage',
    input: z.object({ steps: Steps }),
    output: Cost,
    repeats: 'harmless',
  },
  'PUT /api/loyalty/friend-steps': {
    summary: 'Change when a friend counts, and what comes off while so many stay',
    permission: 'loyalty.manage',
    input: z.object({
      friendMonths: z.int().min(1).max(24),
      mostFriends: z.int().min(1).max(1000),
      steps: Steps,
    }),
    output: Nothing,
    errors: ['loyalty.steps_alike'],
  },
  'GET /api/public/friends/{code}': {
    summary: 'What a friend’s link opens',
    permission: 'public',
    input: z.object({ code: z.string().max(20) }),
    output: z.object({ operator: z.string(), friendMonths: z.int() }),
    errors: ['loyalty.no_such_code'],
  },
  'POST /api/public/friends/{code}': {
    summary: 'Ask to be connected on a friend’s word',
    permission: 'public',
    input: z.object({
      code: z.string().max(20),
      name: z.string().trim().min(1).max(100),
      phone: z.string().trim().min(5).max(30),
      address: z.string().trim().max(200).default(''),
      hasConsented: z.literal(true),
    }),
    output: Nothing,
    errors: ['loyalty.no_such_code', 'sales.bad_phone'],
    status: 201,
  },
});
