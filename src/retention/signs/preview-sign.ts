import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { countTouched } from './list-signs.ts';
import type { Sign } from './signs.ts';

/** How many would become cases with so many days, before it is kept. */
export async function previewSign(
  ctx: Ctx,
  sign: Pick<Sign, 'kind' | 'days'>,
): Promise<Result<{ touched: number | null }>> {
  return ok({ touched: await countTouched(ctx, sign) });
}
