import type { BulkCtx } from '../kernel/db/bulk.ts';
import { bulkLoadPlayTasks, type PlayTaskLoad } from '../retention/index.ts';
import type { Written } from './chunk.ts';
import { comeTo } from './months.ts';
import { type Random, randomOf } from './random.ts';
import type { DemoPlan } from './subscriber-at.ts';
import { type DemoStaff, handOf } from './write-staff.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Plays have run for so long. */
const RUN_DAYS = 90;
const MOST_CALLED = 120;
/** Called after so many days, as the play of those who left says. */
const WIN_BACK_DAYS = 7;
/** Chance leaves so many of a hundred alone. */
const HELD = 0.15;
/** The latest calls of a play wait to be made. */
const WAITING = 4;

const helped = ['helped', 'helped', 'helped', 'declined', 'unreached'] as const;
const backs = ['declined', 'declined', 'unreached', 'helped', 'never'] as const;
const notes = ['', '', 'Спасибо, что позвонили.', 'Сказал, что теперь всё работает.', 'Подумает.'];

type People = {
  /** Whom nobody has spoken to of leaving. */
  free: readonly Written[];
  /** Who may be told of offers. */
  agreed: ReadonlySet<number>;
  staff: DemoStaff;
};

/** Calls that plays have brought lately: after faults and complaints, and to who has left. */
export async function writePlays(
  ctx: BulkCtx,
  { seed, today }: DemoPlan,
  { free, agreed, staff }: People,
): Promise<void> {
  const since = new Date(today.getTime() - RUN_DAYS * DAY_MS);
  const morning = new Date(today.getTime() - 4 * HOUR_MS);
  const comeAt = comeTo(ctx.clock.now(), { today });
  const here = free.filter(({ person }) => !person.life.left);
  const called = new Set<number>();
  const load = (
    name: string,
    moments: readonly (readonly [subscriberId: number, at: Date])[],
    outcomes: readonly NonNullable<PlayTaskLoad['done']>['outcome'][],
  ): PlayTaskLoad[] => {
    const once = moments
      .filter(([id, at]) => at >= since && at <= morning && !called.has(id) && called.add(id))
      .toSorted(([, a], [, b]) => a.getTime() - b.getTime())
      .slice(-MOST_CALLED);
    return once.map(([subscriberId, at], place) => {
      const random = randomOf(`${seed} ${name}`, subscriberId);
      const isHeld = random.chance(HELD);
      const isWaiting = place >= once.length - WAITING;
      const signalledAt = isWaiting ? new Date(Math.min(morning.getTime(), comeAt.getTime())) : at;
      const done = isHeld || isWaiting ? null : doneOf(staff, at, random, outcomes);
      return { subscriberId, signalledAt, isHeld, done };
    });
  };
  const outages = here.flatMap(({ subscriberId, person: { life } }) =>
    life.outages
      .filter(({ minutes }) => minutes >= 240)
      .map(({ startedAt, minutes }) => {
        return [subscriberId, new Date(startedAt.getTime() + minutes * 60_000)] as const;
      }),
  );
  const complaints = here.flatMap(({ subscriberId, person: { life } }) =>
    life.contacts
      .filter(({ ticketHours }) => ticketHours !== null && ticketHours >= 24)
      .map(({ at, ticketHours }) => {
        return [subscriberId, new Date(at.getTime() + (ticketHours ?? 0) * HOUR_MS)] as const;
      }),
  );
  const leavers = free.flatMap(({ subscriberId, person: { life } }) => {
    if (!life.left || !agreed.has(subscriberId)) return [];
    return [[subscriberId, new Date(life.left.at.getTime() + WIN_BACK_DAYS * DAY_MS)] as const];
  });
  await bulkLoadPlayTasks(ctx, { signal: 'outage', since }, load('after a fault', outages, helped));
  const asked = load('after a complaint', complaints, helped);
  await bulkLoadPlayTasks(ctx, { signal: 'complaint_closed', since }, asked);
  await bulkLoadPlayTasks(ctx, { signal: 'left', since }, load('win-back', leavers, backs));
}

function doneOf(
  staff: DemoStaff,
  at: Date,
  random: Random,
  outcomes: readonly NonNullable<PlayTaskLoad['done']>['outcome'][],
): PlayTaskLoad['done'] {
  return {
    at: new Date(at.getTime() + random.between(1, 7) * HOUR_MS),
    by: handOf(staff.keeping, random),
    outcome: random.pick(outcomes),
    note: random.pick(notes),
  };
}
