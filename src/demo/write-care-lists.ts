import type { BulkCtx } from '../kernel/db/bulk.ts';
import { bulkLoadCareList, type CareMemberLoad } from '../retention/index.ts';
import type { Written } from './chunk.ts';
import { comeTo, dateOnly } from './months.ts';
import { type Random, randomOf } from './random.ts';
import type { DemoPlan } from './subscriber-at.ts';
import { type DemoStaff, handOf } from './write-staff.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Fewer than these make no list. */
const LEAST = 60;
/** The share of those who would have left who stay when somebody cares. */
const KEPT = 0.5;
/** What a call costs, and who takes what is given. Minor units. */
const CONTACT_MINOR = 5000;
const INCENTIVE_MINOR = 15_000;

type Shape = {
  name: string;
  daysAgo: number;
  dailyCalls: number;
  holdPercent: number;
  /** The share of those who stayed who stand on it too. */
  stayersShare: number;
  most: number;
  ended: string | null;
};

const shapes: readonly Shape[] = [
  {
    name: 'Забота о тех, у кого были сбои: весна',
    daysAgo: 200,
    dailyCalls: 40,
    holdPercent: 20,
    stayersShare: 0.25,
    most: 2000,
    ended: 'Обзвонили всех',
  },
  {
    name: 'Забота о тех, у кого были сбои: осень',
    daysAgo: 18,
    dailyCalls: 6,
    holdPercent: 15,
    stayersShare: 1,
    most: 160,
    ended: null,
  },
];

/** A list of care whose half a year is over, and one of which nothing can be told yet. */
export async function writeCareLists(
  ctx: BulkCtx,
  plan: DemoPlan,
  written: readonly Written[],
  staff: DemoStaff,
): Promise<void> {
  for (const shape of shapes) await writeList(ctx, plan, written, { staff, shape });
}

async function writeList(
  ctx: BulkCtx,
  { seed, today }: DemoPlan,
  written: readonly Written[],
  { staff, shape }: { staff: DemoStaff; shape: Shape },
): Promise<void> {
  const startedAt = new Date(today.getTime() - shape.daysAgo * DAY_MS - 3 * HOUR_MS);
  const members = written
    .filter(({ person: { life } }) => {
      return life.joinedAt < startedAt && (life.left?.at ?? today) > startedAt;
    })
    .flatMap((one) => {
      const random = randomOf(`${seed} ${shape.name}`, one.subscriberId);
      const isHeld = random.chance(shape.holdPercent / 100);
      const { left } = one.person.life;
      // Whom care keeps would have left: of those cared for fewer are among the leavers.
      const isOnIt = left ? isHeld || !random.chance(KEPT) : random.chance(shape.stayersShare);
      return isOnIt ? [memberOf(one, isHeld, random)] : [];
    })
    .toSorted((a, b) => b.savedChance * b.valueMinor - a.savedChance * a.valueMinor)
    .slice(0, shape.most);
  if (members.length < LEAST) return;
  const random = randomOf(`${seed} ${shape.name} calls`, 0);
  const comeAt = comeTo(ctx.clock.now(), { today });
  let called = 0;
  const told = members.map((one) => {
    if (one.isHeld) return one;
    const day = Math.floor(called / shape.dailyCalls);
    called += 1;
    const openedAt = new Date(startedAt.getTime() + day * DAY_MS);
    return calledOn(one, openedAt, comeAt, staff, random);
  });
  await bulkLoadCareList(ctx, {
    ...shape,
    startedOn: dateOnly(startedAt),
    startedAt,
    startedBy: handOf(staff.keeping, random),
    contactMinor: CONTACT_MINOR,
    ended: shape.ended === null ? null : { at: lastOf(told, startedAt), reason: shape.ended },
    members: told,
  });
}

type Member = CareMemberLoad & { leftAt: Date | null };

function memberOf({ subscriberId, person }: Written, isHeld: boolean, random: Random): Member {
  const { left } = person.life;
  // What a model would have told: not all, but something.
  const leaveChance = Math.min(0.9, (left ? 0.16 : 0.08) * (0.4 + 1.6 * random.next()));
  return {
    subscriberId,
    action: 'repair',
    reasonGroup: 'quality',
    leaveChance,
    savedChance: leaveChance * 0.3,
    valueMinor: Math.round(person.plan.feeMinor * random.between(6, 14)),
    incentiveMinor: INCENTIVE_MINOR,
    isHeld,
    openedAt: null,
    done: null,
    droppedAt: null,
    leftAt: left?.at ?? null,
  };
}

function calledOn(
  one: Member,
  openedAt: Date,
  comeAt: Date,
  staff: DemoStaff,
  random: Random,
): Member {
  const at = new Date(openedAt.getTime() + random.between(1, 7) * HOUR_MS);
  const [drawn, by] = [random.next(), handOf(staff.keeping, random)];
  if (one.leftAt && one.leftAt < openedAt) return { ...one, droppedAt: one.leftAt };
  // Today's calls are still to be made, later ones not yet handed out.
  if (openedAt >= new Date(comeAt.getTime() - 12 * HOUR_MS)) {
    return { ...one, openedAt: openedAt < comeAt ? openedAt : null };
  }
  const outcome = drawn < 0.45 ? 'taken' : drawn < 0.8 ? 'refused' : 'unreached';
  return { ...one, openedAt, done: { at, by, outcome } };
}

const lastOf = (members: readonly Member[], startedAt: Date): Date =>
  new Date(Math.max(startedAt.getTime(), ...members.map(({ done }) => done?.at.getTime() ?? 0)));
