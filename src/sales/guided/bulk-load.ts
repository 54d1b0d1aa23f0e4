import type { Use } from '../../catalog/api.ts';
import type { BulkCtx } from '../../kernel/db/bulk.ts';
import { copyRows } from '../../kernel/db/copy.ts';
import { reserveIds } from '../../kernel/db/reserve-ids.ts';
import { usedVersion } from '../scripts/ensure-first-script.ts';
import type { Outcome } from './outcomes.ts';
import { anyLine, recommendPast } from './recommend-past.ts';

/** A guided sale of the past, of a deal without a subscriber, over a line that bears anything. */
export type GuidedLoad = {
  dealId: number;
  people: number;
  devices: number;
  uses: readonly Use[];
  outcome: Outcome;
  startedAt: Date;
  endedAt: Date;
};

/** What one of the past recommended. */
type GuidedPast = { id: number; dealId: number; feeMinor: number };

/** Writes guided sales that ended, each with what is recommended by its answers. */
export async function bulkLoad(ctx: BulkCtx, given: readonly GuidedLoad[]): Promise<GuidedPast[]> {
  const script = await usedVersion(ctx);
  const ids = await reserveIds(ctx, 'guided_sales', given.length);
  const recommended = await recommendPast(ctx, script.steps, given);
  const past = recommended.map((one, at) => ({ ...one, id: ids[at] ?? 0 }));
  await copyRows(
    ctx.client,
    'guided_sales',
    `id deal_id script_version_id state path answers technology line_kbps taken taken_minor
     started_at ended_at`.split(/\s+/),
    past.map((one) => {
      const taken = one.outcome === 'agreed' ? one.choice : null;
      return [
        one.id,
        one.dealId,
        script.id,
        one.outcome,
        `{${one.path.join(',')}}`,
        JSON.stringify(one.answers),
        anyLine.technology,
        anyLine.topSpeedKbps,
        taken && JSON.stringify(taken),
        taken?.feeMinor ?? null,
        one.startedAt,
        one.endedAt,
      ];
    }),
  );
  await copyRows(
    ctx.client,
    'sale_recommendations',
    ['guided_sale_id', 'needs', 'lines', 'available', 'choices', 'fee_minor', 'made_at'],
    past.map(({ id, needs, choice, available, startedAt }) => [
      id,
      JSON.stringify(needs),
      JSON.stringify([anyLine]),
      `{${available.join(',')}}`,
      JSON.stringify(choice ? [choice] : []),
      choice?.feeMinor ?? null,
      startedAt,
    ]),
  );
  return past.map(({ id, dealId, choice }) => ({
    id,
    dealId,
    feeMinor: choice?.feeMinor ?? 0,
  }));
}
