import type { DealLoad } from '../sales/index.ts';
import { dateOnly } from './months.ts';
import { personName } from './names.ts';
import { buildingAt, buildingCount, placeOf } from './places.ts';
import { randomOf } from './random.ts';
import type { DemoPlan } from './subscriber-at.ts';
import { tariffs } from './tariffs.ts';

const DAY_MS = 86_400_000;
/** How long deals stand in a stage of which the base says that it is late. */
const LATE_DAYS = 9;

const wishes = [
  'Переезжает, интернет нужен к концу месяца. Работает из дома.',
  'Двое детей, вечером всё тормозит. Смотрят кино на двух телевизорах.',
  'Уходит от другого оператора: неделю чинили обрыв.',
  'Нужен просто интернет, недорого.',
  'Частный дом, спрашивает, сколько стоит провести.',
  'Интернет и телевидение для родителей.',
];
const sources = ['Сайт', 'Звонок', 'Мессенджер', 'Офис', 'Дилер', 'Рекомендация', 'Реклама'];
const reasons = [
  'Дорого',
  'Нет технической возможности',
  'Выбрали другого оператора',
  'Передумали',
];

/** The deal of that index: the same whichever others are made. */
export function dealAt(plan: DemoPlan, index: number): DealLoad {
  const random = randomOf(`${plan.seed} deal`, index);
  const building = buildingAt(plan.seed, random.between(0, buildingCount(plan.subscribers) - 1));
  const place = placeOf(building, String(random.between(1, Math.max(1, building.flats))));
  const state = random.chance(0.4) ? 'open' : random.chance(0.45) ? 'won' : 'lost';
  const ageDays = state === 'open' ? random.between(0, 25) : random.between(5, 180);
  const openedAt = new Date(plan.today.getTime() - (ageDays + random.next()) * DAY_MS);
  const stageAt = state === 'won' ? 4 : Math.min(4, Math.floor(random.next() ** 1.4 * 5));
  const stoodDays = Math.min(ageDays, random.between(0, 12));
  const enteredStageAt = new Date(plan.today.getTime() - (stoodDays + random.next()) * DAY_MS);
  const { lastName, firstName } = personName(random);
  const tariff = random.pick(tariffs);
  const closedAt =
    state === 'open' ? null : new Date(openedAt.getTime() + random.between(1, ageDays) * DAY_MS);
  const latest = closedAt === null || enteredStageAt < closedAt ? enteredStageAt : closedAt;
  const entered = latest < openedAt ? openedAt : latest;
  return {
    stageAt,
    state,
    name: `${lastName} ${firstName}`,
    phone: `+7976${String(1_000_000 + index)}`,
    address: [place.city, place.street, place.building, place.flat].filter(Boolean).join(', '),
    wanted: random.pick(wishes),
    source: random.pick(sources),
    ...(state === 'lost' ? { lostReason: random.pick(reasons) } : {}),
    monthlyMinor: stageAt === 0 ? 0 : tariff.feeMinor,
    onceMinor: random.chance(0.3) ? 150_000 : 0,
    expectedOn:
      stageAt < 2 ? null : dateOnly(new Date(openedAt.getTime() + random.between(20, 60) * DAY_MS)),
    openedAt,
    enteredStageAt: entered,
    stays: staysOf(stageAt, openedAt, entered, closedAt),
    dueAt: state === 'open' ? new Date(enteredStageAt.getTime() + LATE_DAYS * DAY_MS) : null,
    closedAt,
  };
}

/** It walks through the stages in even steps from its opening to the last one that it entered. */
function staysOf(
  stageAt: number,
  openedAt: Date,
  enteredAt: Date,
  closedAt: Date | null,
): NonNullable<DealLoad['stays']> {
  const step = (enteredAt.getTime() - openedAt.getTime()) / Math.max(1, stageAt);
  return Array.from({ length: stageAt + 1 }, (_, at) => ({
    stageAt: at,
    enteredAt: at === stageAt ? enteredAt : new Date(openedAt.getTime() + step * at),
    leftAt: at === stageAt ? closedAt : new Date(openedAt.getTime() + step * (at + 1)),
  }));
}
