import type { Ctx } from '../../kernel/context.ts';
import { type Done, ok, type Result } from '../../kernel/result.ts';
import { tellPerson } from './add-person.ts';
import { findDealer } from './find-dealer.ts';

type Input = { id: number; staffId: number };

/** Closes the dealer’s cabinet to somebody. */
export async function removePerson(ctx: Ctx, { id, staffId }: Input): Promise<Result<Done>> {
  const found = await findDealer(ctx, id, 'dealers.manage');
  if (!found.ok) return found;
  const removed = await ctx.db
    .deleteFrom('dealerStaff')
    .where('staffId', '=', staffId)
    .where('dealerId', '=', id)
    .returning('staffId')
    .executeTakeFirst();
  if (removed) await tellPerson(ctx, 'dealers.person_removed', { id, staffId });
  return ok({});
}
