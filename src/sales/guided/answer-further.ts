import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { PitchAnswer } from '../pitches/answers.ts';
import { lockGuided } from './lock-guided.ts';
import { tell, writeGuided } from './write-guided.ts';

type Input = { id: number; version: number; productId: number; answer: PitchAnswer };

/** Records what was answered to a further service; the last word counts. */
export async function answerFurther(
  ctx: Ctx,
  { id, version, productId, answer }: Input,
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockGuided(ctx, id, version);
  if (!locked.ok) return locked;
  const written = await ctx.db
    .updateTable('guidedFurthers')
    .set({ answer, answeredAt: ctx.clock.now(), answeredBy: staffIdOf(ctx.actor) })
    .where('guidedSaleId', '=', id)
    .where('productId', '=', productId)
    .returning('productId')
    .executeTakeFirst();
  if (!written) return fail('sales.not_offered');
  await tell(ctx, locked.value, 'guided_pitched', { productId, answer });
  return ok(await writeGuided(ctx, locked.value, {}));
}
