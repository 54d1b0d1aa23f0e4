import type { BulkCtx } from '../kernel/db/bulk.ts';
import { bulkLoadVisits, type DealLoad, type HoursLoad } from '../sales/index.ts';
import { dateOnly } from './months.ts';
import { randomOf } from './random.ts';
import type { DemoPlan } from './subscriber-at.ts';

const DAY_MS = 86_400_000;
const HOUR = 60;
/** Whoever has come so far is visited. */
const CONTRACT_STAGE = 3;
const MOST = 30;
const DAYS_AHEAD = 8;

const workdays = [1, 2, 3, 4, 5].flatMap((weekday) =>
  [9, 12, 15].map((from) => ({ weekday, fromMinute: from * HOUR, toMinute: (from + 3) * HOUR })),
);
const saturday = { weekday: 6, fromMinute: 10 * HOUR, toMinute: 14 * HOUR };
const hours: readonly HoursLoad[] = [...workdays, saturday].map((one) => ({
  ...one,
  district: '',
  seats: 3,
}));

/** Writes when somebody can come, and the visits of the days ahead. */
export async function writeVisits(
  ctx: BulkCtx,
  { seed, today }: DemoPlan,
  deals: readonly (DealLoad & { id: number })[],
): Promise<void> {
  const waiting = deals
    .filter(({ state, stageAt }) => state === 'open' && stageAt >= CONTRACT_STAGE)
    .slice(0, MOST);
  const visits = waiting.map((deal, at) => {
    const random = randomOf(`${seed} visit`, at);
    const day = new Date(today.getTime() + random.between(0, DAYS_AHEAD) * DAY_MS);
    const open = hours.filter(({ weekday }) => weekday === (day.getUTCDay() || 7));
    return {
      dealId: deal.id,
      on: dateOnly(day),
      fromMinute: open.length > 0 ? random.pick(open).fromMinute : 0,
      bookedAt: deal.enteredStageAt,
      bookedBy: deal.ownerStaffId ?? null,
    };
  });
  await bulkLoadVisits(ctx, { hours, visits });
}
