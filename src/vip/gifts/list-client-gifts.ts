import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import type { giftsApi } from '../api/gifts.ts';
import { findClient } from '../reach.ts';
import { readGifts } from './gift-rows.ts';

type Listed = z.input<(typeof giftsApi)['GET /api/vip/{id}/gifts']['output']>;

/** Gifts of one client, the latest first, and what this year's come to. */
export async function listClientGifts(ctx: Ctx, { id }: { id: number }): Promise<Result<Listed>> {
  const found = await findClient(ctx, id);
  if (!found.ok) return found;
  const gifts = await readGifts(
    ctx,
    sql`r.id = ${found.value.id}`,
    sql`f.deliver_on desc, f.id desc`,
  );
  const year = today(ctx).slice(0, 4);
  const yearMinor = gifts
    .filter(
      ({ deliverOn, state }) =>
        deliverOn.startsWith(year) && !['refused', 'cancelled'].includes(state),
    )
    .reduce((sum, { costMinor }) => sum + costMinor, 0);
  return ok({ gifts, currency: ctx.operator.currency, yearMinor });
}
