import { Clock } from '../../../ui/show/clock.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { DeskRow } from '../api.ts';

/**
 * The clock of the first touch: amber for the last third of the norm, red when it is broken or the
 * supervisor was called, until somebody calls or answers; and that of a later question after it.
 */
export const TouchClock = ({ row }: { row: DeskRow }) => {
  const t = useTexts('conversations');
  const replyDueAt = row.touchedAt && row.replyDueAt;
  const isRunning = row.touchedAt === null || replyDueAt !== null;
  return (
    <Clock
      dueAt={replyDueAt ?? row.touchDueAt}
      warnSeconds={Math.max(1, Math.round(row.normSeconds / 3))}
      stoppedAt={isRunning ? null : row.touchedAt}
      {...(row.escalatedAt && isRunning ? { alarm: t('row.escalated') } : {})}
    />
  );
};
