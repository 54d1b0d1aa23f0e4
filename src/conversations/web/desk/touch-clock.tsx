import { TriangleAlert } from 'lucide-react';
import { Badge } from '../../../ui/show/badge.tsx';
import { Clock } from '../../../ui/show/clock.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { DeskRow } from '../api.ts';

/** The clock of the first touch: amber for the last third of the norm, red when it is broken. */
export const TouchClock = ({ row }: { row: DeskRow }) => {
  const t = useTexts('conversations');
  return (
    <>
      {row.escalatedAt && !row.owner ? (
        <Badge tone="red" title={t('row.escalated')}>
          <TriangleAlert size={12} aria-label={t('row.escalated')} />
        </Badge>
      ) : null}
      <Clock
        dueAt={row.touchDueAt}
        warnSeconds={Math.max(1, Math.round(row.normSeconds / 3))}
        stoppedAt={row.touchedAt}
      />
    </>
  );
};
