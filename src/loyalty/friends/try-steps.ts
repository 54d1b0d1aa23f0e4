import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { friendsApi } from '../api/friends.ts';
import { countWanted, type Wanted } from '../discounts/count-wanted.ts';
import { wantedForFriends } from '../discounts/wanted.ts';

type Input = z.output<(typeof friendsApi)['POST /api/loyalty/friend-steps/try']['input']>;

/** What steps for friends would cost a month, before they are saved; nothing of it is kept. */
export async function trySteps(ctx: Ctx, { steps }: Input): Promise<Result<Wanted>> {
  const asked = sql`(select e.friends, e.percent
    from jsonb_to_recordset(${JSON.stringify(steps)}::jsonb) as e(friends int, percent int))`;
  return ok(await countWanted(ctx, wantedForFriends(asked)));
}
