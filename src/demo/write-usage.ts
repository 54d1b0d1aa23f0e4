import { storeUsage, type UsageLoad } from '../billing/index.ts';
import type { BulkCtx } from '../kernel/db/bulk.ts';
import type { Written } from './chunk.ts';
import { monthStart } from './months.ts';
import { randomOf } from './random.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Whole months that are measured, before the month of today. */
const MONTHS_MEASURED = 3;
/** Of so many a line is measured: enough to be looked at. */
const MOST = 120;
const SHARE = 0.04;
/** Of those lines some are a company's that pays as a person does. */
const SHARED_SHARE = 0.2;
const GIGABYTE = 1_000_000_000;

/** Writes what some lines used in the last whole months: at home in the evening, or at work. */
export async function writeUsage(
  ctx: BulkCtx,
  seed: string,
  written: readonly Written[],
  today: Date,
): Promise<void> {
  const end = monthStart(today, 0);
  const measured = written
    .filter(({ person: { life, account } }) => {
      const isOld = life.joinedAt < monthStart(today, MONTHS_MEASURED);
      return !life.left && isOld && randomOf(`${seed} measured`, indexOf(account)).chance(SHARE);
    })
    .slice(0, MOST);
  const records = measured.flatMap(({ accountId, person: { account } }) => {
    const random = randomOf(`${seed} usage`, indexOf(account));
    const isWork = random.chance(SHARED_SHARE);
    const days = (end.getTime() - monthStart(today, MONTHS_MEASURED).getTime()) / DAY_MS;
    return Array.from({ length: days }, (_, day): UsageLoad[] => {
      const midnight = end.getTime() - (days - day) * DAY_MS;
      const isRest = [0, 6].includes(new Date(midnight).getUTCDay());
      if (isWork && isRest) return [];
      // By the clocks of Moscow: work from nine, an evening from seven.
      const beganMs = midnight + (isWork ? 6 : 16) * HOUR_MS + random.between(0, 50) * 60_000;
      return [
        {
          key: `${account.number} ${new Date(midnight).toISOString().slice(0, 10)}`,
          accountId,
          meter: 'bytes',
          units: random.between(1, isWork ? 6 : 14) * GIGABYTE,
          beganAt: new Date(beganMs),
          endedAt: new Date(beganMs + random.between(1, isWork ? 6 : 4) * HOUR_MS),
        },
      ];
    }).flat();
  });
  if (records.length > 0) await storeUsage(ctx, 'demo', records, null);
}

const indexOf = ({ number }: { number: string }): number => Number(number);
