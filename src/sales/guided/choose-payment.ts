import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { latestRecommendation } from './latest-recommendation.ts';
import { linesOf } from '../recommending/lines-of.ts';
import { lockGuided } from './lock-guided.ts';
import type { Payment } from './outcomes.ts';
import { paymentWays } from './payment-ways.ts';
import { writeGuided } from './write-guided.ts';

type Input = { id: number; version: number; way: Payment };

/** Notes how the connection is to be paid, in one of the ways that the tariff allows. */
export async function choosePayment(
  ctx: Ctx,
  { id, version, way }: Input,
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockGuided(ctx, id, version);
  if (!locked.ok) return locked;
  const row = locked.value;
  const tariff = row.taken ?? (await latestRecommendation(ctx, id))?.choices[0];
  const ways = tariff ? paymentWays(tariff, (await linesOf(ctx, row)) ?? [], row.metres) : [];
  const chosen = ways.find((one) => one.way === way);
  if (!chosen) return fail('sales.no_such_payment');
  const paymentParts = chosen.parts > 1 ? chosen.parts : null;
  const changes = { payment: way, paymentParts, connectionMinor: chosen.totalMinor };
  return ok(await writeGuided(ctx, row, changes));
}
