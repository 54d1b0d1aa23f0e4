import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { latestRecommendation } from './latest-recommendation.ts';
import { lockGuided } from './lock-guided.ts';
import { writeGuided } from './write-guided.ts';

type Input = { id: number; version: number; versionId: number };

/** Notes which of the tariffs that were told the person wants. */
export async function takeTariff(
  ctx: Ctx,
  { id, version, versionId }: Input,
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockGuided(ctx, id, version);
  if (!locked.ok) return locked;
  const told = (await latestRecommendation(ctx, id))?.choices ?? [];
  const shown = locked.value.alternativesAskedAt ? told : told.slice(0, 1);
  const taken = shown.find((choice) => choice.versionId === versionId);
  if (!taken) return fail('sales.not_recommended');
  // What was said of the payment was said of another tariff.
  const unpaid = { payment: null, paymentParts: null, connectionMinor: null };
  const changes = { taken: JSON.stringify(taken), takenMinor: taken.feeMinor, ...unpaid };
  return ok(await writeGuided(ctx, locked.value, changes));
}
