import type { BulkCtx } from '../kernel/db/bulk.ts';
import { bulkLoadCosts, bulkLoadForecasts, type CostLoad, type DealLoad } from '../sales/index.ts';
import { campaignOf, sharedOut } from './campaigns.ts';
import { dateOnly, monthStart } from './months.ts';
import { randomOf } from './random.ts';
import type { DemoPlan } from './subscriber-at.ts';

const PAST_MONTHS = 6;
/** As the first pipeline begins: how likely a deal is won in each stage. */
const likelihoods = [0.1, 0.25, 0.5, 0.75, 0.9];

/** What winning one costs by source, in minor units; a friend and one's own site cost least. */
const costsOfOne: Readonly<Record<string, number>> = {
  Сайт: 40_000,
  Звонок: 70_000,
  Мессенджер: 35_000,
  Офис: 110_000,
  Дилер: 150_000,
  Рекомендация: 30_000,
  Реклама: 260_000,
};
/** Keeping people costs so much for each deal that was won in the month. */
const RETENTION_OF_ONE = 25_000;

/** The same deals, with the campaign by which each came where its source has any. */
export const inCampaigns = (seed: string, deals: readonly DealLoad[]): DealLoad[] =>
  deals.map((deal, at) => {
    const random = randomOf(`${seed} campaign`, at);
    return { ...deal, campaign: campaignOf(deal.source ?? '', random) };
  });

/** What months of sales have cost, and what their first days expected. */
export async function writeSalesFigures(
  ctx: BulkCtx,
  plan: DemoPlan,
  deals: readonly DealLoad[],
): Promise<void> {
  const months = Array.from({ length: PAST_MONTHS }, (_, ago) => monthStart(plan.today, ago));
  const inMonth = months.map((start, ago) => {
    const end = ago === 0 ? plan.today : (months[ago - 1] ?? plan.today);
    const won = deals.filter(({ state, closedAt }) => {
      return state === 'won' && closedAt !== null && closedAt >= start && closedAt < end;
    });
    return { start, end, won };
  });
  await bulkLoadCosts(
    ctx,
    inMonth.flatMap(({ start, won }) => costsIn(dateOnly(start), won)),
  );
  const forecasts = inMonth.map(({ start, end }) => expectedOn(deals, start, end));
  await bulkLoadForecasts(ctx, forecasts);
}

function costsIn(month: string, won: readonly DealLoad[]): CostLoad[] {
  const bySource = Map.groupBy(won, ({ source }) => source ?? '');
  const acquisition = [...bySource].flatMap(([source, deals]) =>
    sharedOut(source, deals.length * (costsOfOne[source] ?? 0)).map((cost): CostLoad => ({
      month,
      kind: 'acquisition',
      source,
      ...cost,
    })),
  );
  const amountMinor = won.length * RETENTION_OF_ONE;
  const retention: CostLoad = { month, kind: 'retention', source: null, amountMinor };
  return [...acquisition, retention].filter((cost) => cost.amountMinor > 0);
}

/** What the deals that were open on a day would bring by the month’s end, by where they stood. */
function expectedOn(deals: readonly DealLoad[], start: Date, end: Date) {
  const open = deals.filter(({ openedAt, closedAt, expectedOn: day }) => {
    const isOpen = openedAt < start && (closedAt === null || closedAt >= start);
    return isOpen && day != null && new Date(day) >= start && new Date(day) < end;
  });
  const sum = (of: (deal: DealLoad) => number): number =>
    Math.round(open.reduce((total, deal) => total + of(deal) * likelihoodAt(deal, start), 0));
  return {
    on: dateOnly(start),
    month: dateOnly(start),
    deals: open.length,
    monthlyMinor: sum(({ monthlyMinor }) => monthlyMinor),
    onceMinor: sum(({ onceMinor }) => onceMinor),
  };
}

function likelihoodAt({ stays = [] }: DealLoad, at: Date): number {
  const stood = stays.findLast(({ enteredAt }) => enteredAt <= at);
  return likelihoods[stood?.stageAt ?? 0] ?? 0;
}
