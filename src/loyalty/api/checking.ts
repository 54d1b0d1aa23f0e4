import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Nothing } from '../../kernel/api/shapes.ts';
import { signalKeys } from '../earning/signals.ts';
import { friendReasons } from '../friends/states.ts';

const permission = 'loyalty.check';

export const checkingApi = defineApi({
  'GET /api/loyalty/held': {
    summary: 'Earnings, friends and notices that wait until somebody has looked at them',
    permission,
    input: Nothing,
    output: z.object({
      earnings: z.array(
        z.object({
          id: Id,
          subscriberId: Id,
          name: z.string(),
          rule: z.string(),
          signal: z.enum(signalKeys),
          points: z.int(),
          earnedOn: DateOnly,
          /** All that they have earned in that month. */
          monthPoints: z.int(),
        }),
      ),
      friends: z.array(
        z.object({
          id: Id,
          inviterId: Id,
          inviter: z.string(),
          /** Null, and without a name, of one whom the actor does not reach. */
          friendId: Id.nullable(),
          friend: z.string(),
          reason: z.enum(friendReasons),
          connectedOn: DateOnly,
        }),
      ),
      /** Tariffs for friends whose end nobody could be told of by a letter. */
      tariffs: z.array(
        z.object({ id: Id, subscriberId: Id, name: z.string(), tariff: z.string() }),
      ),
      /** More wait than are shown. */
      hasMore: z.boolean(),
    }),
  },
  'POST /api/loyalty/earnings/{id}/decide': {
    summary: 'Give what was held, or not',
    permission,
    input: z.object({ id: Id, isGood: z.boolean() }),
    output: Nothing,
    errors: ['loyalty.not_held'],
  },
  'POST /api/loyalty/friendships/{id}/decide': {
    summary: 'Say whether a friend who was held counts',
    permission,
    input: z.object({ id: Id, isGood: z.boolean() }),
    output: Nothing,
    errors: ['loyalty.not_held'],
  },
});
