import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Nothing } from '../../kernel/api/shapes.ts';

const permission = 'loyalty.work';

export const tariffsApi = defineApi({
  'GET /api/subscribers/{id}/friend-tariffs': {
    summary: 'Tariffs for whoever has brought friends who stay, and the one that they have',
    permission,
    input: z.object({ id: Id }),
    output: z.object({
      currency: z.string(),
      staying: z.int(),
      tariffs: z.array(
        z.object({
          productVersionId: Id,
          name: z.string(),
          monthlyFeeMinor: z.int(),
          leastFriends: z.int(),
        }),
      ),
      current: z
        .object({
          name: z.string(),
          givenOn: DateOnly,
          endsOn: DateOnly.nullable(),
          /** It ends, but no sooner than they were told of it. */
          isUntold: z.boolean(),
        })
        .nullable(),
    }),
    errors: ['loyalty.no_member'],
  },
  'POST /api/subscribers/{id}/friend-tariffs': {
    summary: 'Give a subscriber a tariff for the friends who stay, in place of theirs',
    permission,
    input: z.object({ id: Id, productVersionId: Id }),
    output: Nothing,
    errors: [
      'loyalty.no_member',
      'loyalty.no_account',
      'loyalty.no_such_tariff',
      'loyalty.too_few_friends',
      'loyalty.has_tariff_already',
    ],
    status: 201,
  },
  'POST /api/subscribers/{id}/friend-tariffs/leave': {
    summary: 'Give a subscriber back the tariff that they had before the one for friends',
    permission,
    input: z.object({ id: Id }),
    output: Nothing,
    errors: ['loyalty.no_member', 'loyalty.no_friend_tariff'],
  },
  'POST /api/subscribers/{id}/friend-tariffs/told': {
    summary: 'Note that a subscriber was told that their tariff for friends ends',
    permission,
    input: z.object({ id: Id }),
    output: z.object({ endsOn: DateOnly }),
    errors: ['loyalty.no_member', 'loyalty.told_already'],
  },
});
