import type { UsageLoad } from '../../billing/index.ts';
import { meters } from '../../catalog/api.ts';
import type { StagedRow } from '../apply/loads.ts';
import type { UsageRow } from './usage-row.ts';

/** What files say was used; their keys are unlike those of programs that send records. */
export const FILES = 'file';

/** A row that counts both what was transferred and how long it took makes two records. */
export function loadsOf({ record }: Pick<StagedRow<UsageRow>, 'record'>): UsageLoad[] {
  const { key, account, line, beganAt, endedAt } = record;
  const whose = {
    beganAt,
    endedAt,
    ...(account.number !== undefined && { accountNumber: account.number }),
    ...(line.login !== undefined && { login: line.login }),
    ...(line.number !== undefined && { number: line.number }),
  };
  return meters.flatMap((meter) => {
    const units = record[meter];
    return units === null ? [] : [{ key: `${key} ${meter}`, meter, units, ...whose }];
  });
}
