import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { lockGuided } from './lock-guided.ts';
import { standingChoices } from './standing-choices.ts';
import { untaken, writeGuided } from './write-guided.ts';

type Input = { id: number; version: number; versionId: number };

/** Notes which of the tariffs that were told the person wants. */
export async function takeTariff(
  ctx: Ctx,
  { id, version, versionId }: Input,
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockGuided(ctx, id, version);
  if (!locked.ok) return locked;
  const standing = await standingChoices(ctx, locked.value);
  if (!standing.ok) return standing;
  const told = standing.value;
  const shown = locked.value.alternativesAskedAt ? told : told.slice(0, 1);
  const taken = shown.find((choice) => choice.versionId === versionId);
  if (!taken) return fail('sales.not_recommended');
  // What was said of the payment was said of another tariff.
  const changes = { ...untaken, taken: JSON.stringify(taken), takenMinor: taken.feeMinor };
  return ok(await writeGuided(ctx, locked.value, changes));
}
