import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { suggestAddresses, type Suggestion } from '../../subscribers/index.ts';

/** Buildings that are meant by an address typed so far. */
export async function suggest(
  ctx: Ctx,
  { text }: { text: string },
): Promise<Result<{ rows: Suggestion[] }>> {
  return ok({ rows: await suggestAddresses(ctx, text) });
}
