import { useState } from 'react';
import { dayOf } from '../../../ui/format.ts';
import { serverNow } from '../../../ui/now.ts';
import { Page } from '../../../ui/show/page.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { monthLater } from '../days.ts';
import { MonthTurn } from '../month-turn.tsx';
import css from '../vip.module.css';
import { FeedMenu } from './feed-menu.tsx';
import { MonthGrid } from './month-grid.tsx';
import { OccasionFigures } from './occasion-figures.tsx';
import { OccasionList, useOccasions } from './occasion-list.tsx';

/** Days of clients as a month's calendar, and how they divide over the year. */
export const Component = () => {
  const t = useTexts('vip');
  const today = dayOf(serverNow());
  const [month, setMonth] = useState(() => monthLater(today, 0));
  const [picked, setPicked] = useState<string | null>(null);
  const read = useOccasions(month);
  const occasions = read.data?.occasions ?? [];
  const turn = (next: string): void => {
    setMonth(next);
    setPicked(null);
  };
  return (
    <Page
      title={t('occasions.title')}
      subtitle={t('occasions.subtitle')}
      backTo="/vip"
      layout="padded"
      actions={<FeedMenu />}
    >
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      <div className={css.page}>
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
        <OccasionFigures />
      </div>
    </Page>
  );
};
