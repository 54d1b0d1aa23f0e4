import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import type { rewardsApi } from '../api/rewards.ts';
import { balanceOf } from '../members/balance-of.ts';
import { findMember } from '../members/find-member.ts';
import { offeredTo } from './stop-of.ts';
import { accountFor } from '../account-for.ts';
import { canUndo } from './can-undo.ts';

type Shown = z.input<(typeof rewardsApi)['GET /api/subscribers/{id}/rewards']['output']>;

const MOST_REDEEMED = 20;

/** What somebody can have for their points now, and what they had. */
export async function showOffered(ctx: Ctx, { id }: { id: number }): Promise<Result<Shown>> {
  const found = await findMember(ctx, id);
  if (!found.ok) return found;
  const member = found.value;
  const { balance } = await balanceOf(ctx, member.walletId);
  const account = await accountFor(ctx, member.subscriberId, undefined);
  const hasTariff = account !== null;
  const rewards = await offeredTo(ctx, member, { balance, hasTariff });
  // redemptions_subscriber (subscriber_id, redeemed_on desc)
  const { rows } = await sql<Shown['redeemed'][number]>`
    select d.id, w.name, w.kind, d.points, d.state, d.coupon, d.redeemed_on as "on",
           ${canUndo(today(ctx))} as can_undo
    from   redemptions d join rewards w on w.id = d.reward_id
    where  d.subscriber_id = ${member.subscriberId}
    order  by d.redeemed_on desc, d.id desc limit ${MOST_REDEEMED}`.execute(ctx.db);
  return ok({ rewards, redeemed: rows });
}
