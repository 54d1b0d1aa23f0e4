import { formatInstant, formatRelative } from '../../ui/format.ts';
import { serverNow } from '../../ui/now.ts';
import { Badge } from '../../ui/show/badge.tsx';
import { useTexts } from '../../ui/texts.ts';
import type { DealState } from './client.ts';

type Props = { state: DealState; enteredStageAt: string; dueAt: string | null };

/** How long a stage may still take; red when it took too long. Nothing where it has no limit. */
export const TimeInStage = ({ state, enteredStageAt, dueAt }: Props) => {
  const t = useTexts('sales');
  if (state !== 'open' || dueAt === null) return null;
  const isLate = Date.parse(dueAt) < serverNow();
  const when = formatRelative(dueAt, serverNow());
  const since = t('deals.inStageSince', { at: formatInstant(enteredStageAt) });
  return (
    <Badge tone={isLate ? 'red' : 'gray'} title={since}>
      {t(isLate ? 'deals.late' : 'deals.due', { when })}
    </Badge>
  );
};
