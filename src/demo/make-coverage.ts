import type { Ctx } from '../kernel/context.ts';
import {
  type CoverageLoad,
  loadCoverages,
  loadOffers,
  loadStops,
  loadTerms,
  type OfferLoad,
} from '../network/index.ts';
import { daysAfter, loadFormerNames } from '../subscribers/index.ts';
import { dateOnly } from './months.ts';
import type { DemoBuilding } from './places.ts';
import { randomOf } from './random.ts';
import { type DemoPlan, hasCompetitorAt } from './subscriber-at.ts';

const FLATS = 'Многоквартирный дом';
const HOUSES = 'Частный сектор';

const terms = [
  {
    name: FLATS,
    baseMinor: 50_000,
    metreMinor: 0,
    includedMetres: 0,
    longestMetres: null,
    mostParts: 1,
    freeFromMinor: 60_000,
  },
  {
    name: HOUSES,
    baseMinor: 450_000,
    metreMinor: 4500,
    includedMetres: 50,
    longestMetres: 500,
    mostParts: 12,
    freeFromMinor: null,
  },
];

const speeds = { ftth: 1_000_000, ethernet: 100_000, docsis: 300_000, wireless: 50_000 } as const;
const competitors = ['Сосед-Телеком', 'Вектор Онлайн', 'Городские сети'];
const former = ['Мещанская', 'Соборная', 'Базарная', 'Губернская', 'Дворянская'];

/** One node in so many is overloaded, one is nearly so. */
const STOPPED_EVERY = 9;
/** Since so many days; some were connected there all the same. */
const STOPPED_DAYS = 420;
const DAY_MS = 86_400_000;

const nodeName = (node: number): string => `Узел ${node + 1}`;

/**
 * What can be had at the demo's buildings: with its node, ports and terms; fast fibre beside the
 * older line in some; a street to be built in spring; overloaded nodes; competitors at some houses.
 */
export async function makeCoverage(
  ctx: Ctx,
  plan: DemoPlan,
  buildings: readonly DemoBuilding[],
  buildingIds: readonly (number | null)[],
): Promise<void> {
  await loadTerms(ctx, terms);
  const at = (index: number): number => buildingIds[index] ?? 0;
  await loadCoverages(
    ctx,
    buildings.flatMap((building, index) => coverageOf(plan, building, index, at(index))),
  );
  const nodes = [...new Set(buildings.map(({ node }) => node))];
  await loadStops(
    ctx,
    nodes.flatMap((node) => {
      if (node % STOPPED_EVERY !== 1) return [];
      const isHeavy = node % (STOPPED_EVERY * 2) === 1;
      const setAt = new Date(plan.today.getTime() - STOPPED_DAYS * DAY_MS);
      const one = { node: nodeName(node), setAt };
      return [
        isHeavy
          ? { ...one, level: 'stop' as const, reason: 'Узел перегружен вечером' }
          : { ...one, level: 'warn' as const, reason: 'Вечером скорость ниже' },
      ];
    }),
  );
  await loadOffers(
    ctx,
    buildings.flatMap((_, index) => offersAt(plan, index, at(index))),
  );
  await nameStreets(ctx);
}

function coverageOf(
  plan: DemoPlan,
  { technology, flats, isPrivateSector, node }: DemoBuilding,
  index: number,
  buildingId: number,
): CoverageLoad[] {
  const random = randomOf(`${plan.seed} coverage`, index);
  const one = {
    buildingId,
    node: nodeName(node),
    terms: isPrivateSector ? HOUSES : FLATS,
    portsTotal: isPrivateSector ? null : Math.max(24, Math.ceil(flats / 24) * 24),
    portsFree: null,
    plannedOn: null,
  };
  const main = { ...one, technology, speedKbps: speeds[technology] };
  if (technology === 'ftth' || isPrivateSector) return [main];
  const fibre = { ...one, technology: 'ftth' as const, speedKbps: speeds.ftth };
  const counted = { portsFree: random.between(0, 20) };
  if (random.chance(0.3))
    return [
      { ...main, ...counted },
      { ...fibre, ...counted, portsTotal: 32 },
    ];
  // What is promised for spring stays promised whenever the demo is made.
  const plannedOn = daysAfter(dateOnly(plan.today), random.between(60, 160));
  return random.chance(0.2)
    ? [
        { ...main, ...counted },
        { ...fibre, portsTotal: null, plannedOn },
      ]
    : [main];
}

function offersAt(plan: DemoPlan, index: number, buildingId: number): OfferLoad[] {
  const random = randomOf(`${plan.seed} offers`, index);
  if (!hasCompetitorAt(plan, index)) return [];
  const speedKbps = random.pick([100_000, 200_000, 500_000]);
  const competitor = random.pick(competitors);
  return [
    {
      buildingId,
      competitor,
      technology: random.chance(0.7) ? 'ftth' : 'ethernet',
      speedKbps,
      priceMinor: random.between(39, 79) * 1000,
      terms: random.chance(0.4) ? 'Первые три месяца за полцены' : '',
      seenOn: daysAfter(dateOnly(plan.today), -random.between(3, 320)),
    },
    // They came before the two years began; what they asked then was written down too.
    {
      buildingId,
      competitor,
      technology: 'ethernet',
      speedKbps: 100_000,
      priceMinor: random.between(39, 59) * 1000,
      terms: '',
      seenOn: daysAfter(dateOnly(plan.today), -random.between(760, 900)),
    },
  ];
}

/** Some streets had another name once. */
async function nameStreets(ctx: Ctx): Promise<void> {
  const streets = await ctx.db
    .selectFrom('streets')
    .select(['id', 'city'])
    .orderBy('id')
    .limit(former.length)
    .execute();
  await loadFormerNames(
    ctx,
    streets.map(({ id, city }, index) => ({
      streetId: id,
      city,
      name: former[index] ?? '',
      fromOn: null,
      untilOn: '1924-11-07',
    })),
  );
}
