import { formatDuration } from '../../../ui/format.ts';
import type { DeskRow } from '../api.ts';

type Texts = (key: string, values?: Record<string, unknown>) => string;

/** By how much it goes ahead of what is due at the same time, and why; null where it does not. */
export const aheadOf = (t: Texts, row: DeskRow): string | null =>
  row.headStartSeconds === 0 || row.valueReason === null
    ? null
    : t('why.aheadBy', {
        time: formatDuration(row.headStartSeconds),
        reason: t(`${row.valueReason}_${row.valueTier}`),
      });
