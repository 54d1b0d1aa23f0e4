import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { friendsApi } from '../api/friends.ts';
import { loadProgramme } from '../programme/load-programme.ts';

type Shown = z.input<(typeof friendsApi)['GET /api/loyalty/friend-steps']['output']>;

export async function showSteps(ctx: Ctx): Promise<Result<Shown>> {
  const { friendMonths, mostFriends } = await loadProgramme(ctx);
  const steps = await ctx.db
    .selectFrom('friendSteps')
    .select(['friends', 'percent'])
    .orderBy('friends')
    .execute();
  return ok({ friendMonths, mostFriends, steps });
}
