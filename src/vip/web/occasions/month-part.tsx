import { useState } from 'react';
import { dayOf } from '../../../ui/format.ts';
import { serverNow } from '../../../ui/now.ts';
import { ErrorState } from '../../../ui/show/state.tsx';
import { monthOf } from '../../../kernel/month-of.ts';
import { MonthTurn } from '../month-turn.tsx';
import { MonthGrid } from './month-grid.tsx';
import { OccasionList, useOccasions } from './occasion-list.tsx';

/** A month's calendar, and below it those of the day that was picked, or of all days. */
export const MonthPart = () => {
  const today = dayOf(serverNow());
  const [month, setMonth] = useState(() => monthOf(today, 0));
  const [picked, setPicked] = useState<string | null>(null);
  const read = useOccasions(month);
  const occasions = read.data?.occasions ?? [];
  const turn = (next: string): void => {
    setMonth(next);
    setPicked(null);
  };
  return (
    <>
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      <MonthTurn month={month} onTurn={turn} />
      {read.data ? (
        <>
          <MonthGrid
            month={month}
            today={today}
            occasions={occasions}
            picked={picked}
            onPick={setPicked}
          />
          <OccasionList
            occasions={occasions.filter(({ on }) => picked === null || on === picked)}
          />
        </>
      ) : null}
    </>
  );
};
