import { Clock } from '../../../ui/show/clock.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { DeskRow } from '../api.ts';

/**
 * The clock of the first touch: amber for the last third of the norm, red when it is broken or the
 * supervisor was called, until somebody calls or answers.
 */
export const TouchClock = ({ row }: { row: DeskRow }) => {
  const t = useTexts('conversations');
  return (
    <Clock
      dueAt={row.touchDueAt}
      warnSeconds={Math.max(1, Math.round(row.normSeconds / 3))}
      stoppedAt={row.touchedAt}
      {...(row.escalatedAt && !row.touchedAt ? { alarm: t('row.escalated') } : {})}
    />
  );
};
