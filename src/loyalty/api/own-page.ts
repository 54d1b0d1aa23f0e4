import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Instant, Nothing } from '../../kernel/api/shapes.ts';

const permission = 'loyalty.work';

/** By what a link can be sent. */
const pageWays = ['email', 'telegram', 'vk'] as const;

/** What a friend is to whoever has brought them; of one who was refused nothing is said. */
const ownFriendStates = ['connected', 'held', 'rewarded'] as const;

export const ownPageApi = defineApi({
  'GET /api/subscribers/{id}/own-page': {
    summary: 'The page on which a subscriber sees their own points, and by what it can be sent',
    permission,
    input: z.object({ id: Id }),
    output: z.object({
      path: z.string(),
      ways: z.array(z.object({ key: z.string(), kind: z.enum(pageWays), shown: z.string() })),
      sent: z.object({ way: z.enum(pageWays), at: Instant }).nullable(),
    }),
    errors: ['loyalty.no_member'],
  },
  'POST /api/subscribers/{id}/own-page/send': {
    summary: 'Send a subscriber the link of their own page by one of these ways',
    permission,
    input: z.object({ id: Id, way: z.string().max(60) }),
    output: Nothing,
    errors: [
      'loyalty.no_member',
      'loyalty.no_such_way',
      'loyalty.leaving_already',
      'loyalty.no_public_address',
    ],
    perMinute: 30,
  },
  'POST /api/subscribers/{id}/own-page/renew': {
    summary: 'Give a subscriber’s page another link; the former one answers no more',
    permission,
    input: z.object({ id: Id }),
    output: z.object({ path: z.string() }),
    errors: ['loyalty.no_member'],
  },
  'GET /api/public/points/{key}': {
    summary: 'A subscriber’s own points, to whoever has the link of their page',
    permission: 'public',
    input: z.object({ key: z.string().max(64) }),
    output: z.object({
      operator: z.string(),
      currency: z.string(),
      balance: z.int(),
      worthMinor: z.int(),
      pending: z.int(),
      isShared: z.boolean(),
      expiring: z.object({ points: z.int(), on: DateOnly }).nullable(),
      level: z.string().nullable(),
      next: z.object({ name: z.string(), missing: z.int() }).nullable(),
      streak: z.int(),
      /** What comes off for years here and months in time, in percent. */
      privilege: z.int(),
      rewards: z.array(
        z.object({
          name: z.string(),
          words: z.string(),
          points: z.int(),
          /** Whether it can be had now. */
          isOpen: z.boolean(),
        }),
      ),
      code: z.string(),
      friendPath: z.string(),
      friendMonths: z.int(),
      percent: z.int(),
      staying: z.int(),
      nextStep: z.object({ friends: z.int(), percent: z.int() }).nullable(),
      friends: z.array(
        z.object({
          id: Id,
          parentId: Id.nullable(),
          /** The first letter of the name that they are called by. */
          initial: z.string(),
          state: z.enum(ownFriendStates),
          isHere: z.boolean(),
        }),
      ),
    }),
    errors: ['loyalty.no_such_page'],
    perMinute: 60,
  },
});
