import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { findLeaders } from '../../staff/index.ts';

type Named = { id: number; name: string };

/** Who leads: they approve, and see clients beyond their own. */
export async function leaders(ctx: Ctx): Promise<Named[]> {
  const found = await findLeaders(ctx, { leads: 'vip.approve', works: 'vip.work' });
  if (found.length === 0) return [];
  return ctx.db
    .selectFrom('staff')
    .select(['id', 'name'])
    .where(
      'id',
      'in',
      found.map(({ id }) => id),
    )
    .orderBy('name')
    .orderBy('id')
    .execute();
}

/** Leaders to whom a question can be put. */
export async function listLeaders(ctx: Ctx): Promise<Result<{ leaders: Named[] }>> {
  return ok({ leaders: await leaders(ctx) });
}
