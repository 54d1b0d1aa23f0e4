import type { BulkCtx } from '../kernel/db/bulk.ts';
import { bulkLoadDeals } from '../sales/index.ts';
import { dealAt } from './deal-at.ts';
import { randomOf } from './random.ts';
import type { DemoPlan } from './subscriber-at.ts';
import { writeGuided } from './write-guided.ts';
import { writeLeads } from './write-leads.ts';
import { writeRequests } from './write-requests.ts';
import { inCampaigns, writeSalesFigures } from './write-sales-figures.ts';
import { handOf } from './write-staff.ts';
import { writeVisits } from './write-visits.ts';

const FEWEST = 20;
const MOST = 2000;

/** Writes who wants to be connected: some on their way, others won or lost in half a year. */
export async function writeDeals(
  ctx: BulkCtx,
  plan: DemoPlan,
  sellers: readonly number[],
): Promise<void> {
  const count = Math.min(MOST, Math.max(FEWEST, Math.round(plan.subscribers / 4)));
  const drawn = Array.from({ length: count }, (_, at) => ({
    ...dealAt(plan, at),
    ownerStaffId: handOf(sellers, randomOf(`${plan.seed} sold by`, at)),
  }));
  const deals = await writeRequests(ctx, plan, inCampaigns(plan.seed, drawn));
  const ids = await bulkLoadDeals(ctx, deals);
  await writeLeads(ctx, plan, deals, ids);
  await writeSalesFigures(ctx, plan, deals);
  const written = deals.map((deal, at) => ({ ...deal, id: ids[at] ?? 0 }));
  await writeGuided(ctx, plan.seed, written);
  await writeVisits(ctx, plan, written);
}
