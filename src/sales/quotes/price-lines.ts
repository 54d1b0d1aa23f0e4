import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { QuoteLine, quotesApi } from '../api/quotes.ts';
import { findDeal } from '../deals/lock-deal.ts';
import type { Buyer } from '../recommending/takers-over.ts';
import { putInBundles } from './put-in-bundles.ts';
import { soldVersions } from './sold-versions.ts';

type Priced = z.output<(typeof quotesApi)['GET /api/deals/{id}/quote-lines']['output']>;

/**
 * What versions come to together, as a quote made now would offer them; those that are not sold
 * now are left out.
 */
export async function priceTogether(
  ctx: Ctx,
  ids: readonly number[],
  deal: Buyer & { id: number },
): Promise<Priced> {
  const lines: z.output<typeof QuoteLine>[] = await putInBundles(
    ctx,
    await soldVersions(ctx, ids, deal),
  );
  return {
    lines,
    monthlyMinor: lines.reduce((sum, line) => sum + line.monthlyMinor, 0),
    onceMinor: lines.reduce((sum, line) => sum + line.onceMinor, 0),
  };
}

/** The same for a deal that the asker reaches, before its quote is made. */
export async function priceLines(
  ctx: Ctx,
  { id, productVersionIds }: { id: number; productVersionIds: string },
): Promise<Result<Priced>> {
  const found = await findDeal(ctx, id);
  if (!found.ok) return found;
  return ok(await priceTogether(ctx, productVersionIds.split(',').map(Number), found.value));
}
