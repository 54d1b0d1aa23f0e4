import type { BulkCtx } from '../kernel/db/bulk.ts';
import { bulkLoadLeads, type DealLoad, type LeadLoad } from '../sales/index.ts';
import { personName } from './names.ts';
import { randomOf } from './random.ts';
import type { DemoPlan } from './subscriber-at.ts';

const HOUR_MS = 3_600_000;
const WAITING = 6;

/** Each deal was a lead; of every three, one more came to nothing; a few still wait. */
export async function writeLeads(
  ctx: BulkCtx,
  plan: DemoPlan,
  deals: readonly DealLoad[],
  ids: readonly number[],
): Promise<void> {
  const accepted = deals.map((deal, at): LeadLoad => ({
    ...known(deal),
    dealId: ids[at] ?? 0,
    createdAt: new Date(deal.openedAt.getTime() - HOUR_MS / 6),
    decidedAt: deal.openedAt,
  }));
  const declined = deals
    .filter((_, at) => at % 3 === 0)
    .map((deal, at): LeadLoad => ({
      ...known(deal),
      ...somebody(plan, at),
      declineReason: at % 2 === 0 ? 'Ошибочная заявка' : 'Не отвечают',
      createdAt: new Date(deal.openedAt.getTime() - HOUR_MS),
      decidedAt: deal.openedAt,
    }));
  // Whoever waits has come before now, whatever hour of its day the base is made in.
  const now = Math.min(plan.today.getTime(), ctx.clock.now().getTime());
  const waiting = deals.slice(0, WAITING).map((deal, at): LeadLoad => ({
    ...known(deal),
    ...somebody(plan, deals.length + at),
    createdAt: new Date(now - (at + 1) * HOUR_MS),
    decidedAt: null,
  }));
  await bulkLoadLeads(ctx, [...accepted, ...declined, ...waiting]);
}

const known = (deal: DealLoad) => ({
  name: deal.name,
  phone: deal.phone ?? '',
  address: deal.address ?? '',
  wanted: deal.wanted ?? '',
  source: deal.source ?? '',
});

/** Somebody who is not in the base yet. */
function somebody(plan: DemoPlan, index: number): { name: string; phone: string } {
  const { lastName, firstName } = personName(randomOf(`${plan.seed} lead`, index));
  return { name: `${lastName} ${firstName}`, phone: `+7977${String(1_000_000 + index)}` };
}
