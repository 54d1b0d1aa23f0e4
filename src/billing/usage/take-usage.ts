import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { UsageRecord } from '../api/usage.ts';
import { storeUsage } from './store-usage.ts';

type Taken = { taken: number; repeated: number; unknown: string[] };

/**
 * Stores what was used. A record that came before under its key is passed over, whatever it says
 * now: what was measured is never changed.
 */
export async function takeUsage(
  ctx: Ctx,
  { source, records }: { source: string; records: readonly UsageRecord[] },
): Promise<Result<Taken>> {
  const { taken, unknown } = await storeUsage(ctx, source, records, null);
  return ok({ taken, unknown, repeated: records.length - taken - unknown.length });
}
