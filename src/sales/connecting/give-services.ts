import { addSubscription, chargeAccounts, giveBundle } from '../../billing/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { type Done, ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import type { LockedQuote } from '../quotes/lock-quote.ts';

type Bundle = NonNullable<LockedQuote['lines'][number]['bundle']>;
type Part = { subscriptionId: number; offMinor: number };

/**
 * Subscribes an account to all that a quote names, also to what is sold no longer, from today on,
 * with its bundles as they were quoted. The fees of a connection that belong to a version are
 * charged with it; what the connection itself takes goes by parts.
 */
export async function giveServices(
  ctx: Ctx,
  accountId: number,
  lines: LockedQuote['lines'],
): Promise<Result<Done>> {
  const bundles = new Map<number, { bundle: Bundle; parts: Part[] }>();
  for (const { productVersionId, bundle } of lines) {
    if (productVersionId === null) continue;
    const wanted = { id: accountId, productVersionId, from: 'today' } as const;
    const given = await addSubscription(ctx, wanted, { isAgreed: true });
    if (!given.ok) return given;
    if (!bundle) continue;
    const whole = bundles.get(bundle.id) ?? { bundle, parts: [] };
    whole.parts.push({ subscriptionId: given.value.id, offMinor: bundle.offMinor });
    bundles.set(bundle.id, whole);
  }
  for (const { bundle, parts } of bundles.values()) {
    const { id, name } = bundle;
    const agreed = { id, name, fromOn: today(ctx), parts, isAgreed: true };
    const given = await giveBundle(ctx, accountId, agreed);
    if (!given.ok) return given;
  }
  await chargeAccounts(ctx, [accountId]);
  return ok({});
}
