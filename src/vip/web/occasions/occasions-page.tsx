import { useState } from 'react';
import { dayOf } from '../../../ui/format.ts';
import { serverNow } from '../../../ui/now.ts';
import { Page } from '../../../ui/show/page.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { monthLater } from '../days.ts';
import { MonthTurn } from '../month-turn.tsx';
import css from '../vip.module.css';
import { FeedButton } from './feed-button.tsx';
import { OccasionFigures } from './occasion-figures.tsx';
import { OccasionList, useOccasions } from './occasion-list.tsx';

/** Days of clients, a month at a time, and how they divide over the year. */
export const Component = () => {
  const t = useTexts('vip');
  const [month, setMonth] = useState(() => monthLater(dayOf(serverNow()), 0));
  const read = useOccasions(month);
  return (
    <Page
      title={t('occasions.title')}
      subtitle={t('occasions.subtitle')}
      backTo="/vip"
      layout="padded"
      actions={<FeedButton />}
    >
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      <div className={css.page}>
        <OccasionFigures />
        <MonthTurn month={month} onTurn={setMonth} />
        {read.data ? <OccasionList occasions={read.data.occasions} /> : null}
      </div>
    </Page>
  );
};
