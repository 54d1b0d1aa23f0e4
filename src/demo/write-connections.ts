import type { BulkCtx } from '../kernel/db/bulk.ts';
import {
  bulkLoadConnections,
  bulkLoadDeals,
  type CareLoad,
  type DealLoad,
} from '../sales/index.ts';
import { campaignOf } from './campaigns.ts';
import { randomOf } from './random.ts';
import type { Written } from './chunk.ts';
import type { DemoPlan } from './subscriber-at.ts';
import { feeAt } from './tariffs.ts';
import { type DemoStaff, handOf } from './write-staff.ts';

const DAY_MS = 86_400_000;
/** Those who came in so many days are still called. */
const LATELY_DAYS = 40;
const MOST = 60;
const careDays = [1, 7, 30] as const;
const sources = ['Сайт', 'Звонок', 'Реклама', 'Рекомендация', 'Реклама'];
const troubles = [
  'Wi‑Fi не достаёт до дальней комнаты: предложили второй роутер.',
  'Просит перенести день оплаты на десятое.',
  'Мастер опоздал на час, извинились.',
];

/** How the latest subscribers came: a deal each, accepted and connected, and calls of care. */
export async function writeConnections(
  ctx: BulkCtx,
  { seed, today }: DemoPlan,
  people: readonly Written[],
  { versionIds, staff }: { versionIds: ReadonlyMap<string, number>; staff: DemoStaff },
): Promise<void> {
  const since = today.getTime() - LATELY_DAYS * DAY_MS;
  const newcomers = people
    .filter(({ person: { life } }) => {
      return !life.left && life.joinedAt.getTime() >= since && life.joinedAt < today;
    })
    .slice(0, MOST);
  const dealIds = await bulkLoadDeals(
    ctx,
    newcomers.map((one, at) => ({
      ...dealOf(one, randomOf(`${seed} connection`, at)),
      ownerStaffId: handOf(staff.sales, randomOf(`${seed} connected by`, at)),
    })),
  );
  await bulkLoadConnections(
    ctx,
    newcomers.map(({ person: { subscriber, account, plan, life } }, at) => ({
      dealId: dealIds[at] ?? 0,
      account: account.number,
      connectedAt: life.joinedAt,
      buyer: subscriber.displayName,
      line: {
        productVersionId: versionIds.get(plan.name) ?? 0,
        name: plan.name,
        speedKbps: plan.speedKbps,
        monthlyMinor: feeAt(plan, 0),
      },
      care: careOf(today, life.joinedAt, randomOf(`${seed} care`, at)),
    })),
  );
}

function dealOf(
  { person: { subscriber, plan, life }, subscriberId }: Written,
  random: ReturnType<typeof randomOf>,
): DealLoad {
  const { joinedAt } = life;
  const openedAt = new Date(joinedAt.getTime() - random.between(2, 14) * DAY_MS);
  const source = random.pick(sources);
  const phone = subscriber.contacts.find(({ kind }) => kind === 'phone')?.value;
  return {
    stageAt: 4,
    state: 'won',
    name: subscriber.displayName,
    ...(phone !== undefined && { phone }),
    subscriberId,
    source,
    campaign: campaignOf(source, random),
    monthlyMinor: feeAt(plan, 0),
    onceMinor: 0,
    openedAt,
    enteredStageAt: joinedAt,
    closedAt: joinedAt,
  };
}

/** Most calls were made in time and found all well; the latest are still to be made. */
function careOf(today: Date, joinedAt: Date, random: ReturnType<typeof randomOf>): CareLoad[] {
  return careDays.map((day) => {
    const isPast = joinedAt.getTime() + (day + 1) * DAY_MS < today.getTime();
    const drawn = random.next();
    const note = random.pick(troubles);
    if (!isPast || drawn > 0.95) return { day, outcome: null };
    if (drawn < 0.75) return { day, outcome: 'well' };
    return drawn < 0.87 ? { day, outcome: 'unreached' } : { day, outcome: 'trouble', note };
  });
}
