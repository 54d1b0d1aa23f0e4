import { useState } from 'react';
import { dayOf } from '../../../ui/format.ts';
import { serverNow } from '../../../ui/now.ts';
import { Page } from '../../../ui/show/page.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';
import { monthOf } from '../../../kernel/month-of.ts';
import { MonthTurn } from '../month-turn.tsx';
import css from '../vip.module.css';
import { DeriveButton } from './derive-button.tsx';
import { PlanBody } from './plan-body.tsx';

/** Gifts of a month beside its budget. */
export const Component = () => {
  const t = useTexts('vip');
  const [month, setMonth] = useState(() => monthOf(dayOf(serverNow()), 0));
  const read = useRead('GET /api/vip-gifts/plan', { month }, { isKept: true });
  return (
    <Page
      title={t('gifts.title')}
      subtitle={t('gifts.subtitle')}
      backTo="/vip"
      layout="padded"
      actions={<DeriveButton month={month} />}
    >
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      <div className={css.page}>
        <MonthTurn month={month} onTurn={setMonth} />
        {read.data ? <PlanBody plan={read.data} /> : null}
      </div>
    </Page>
  );
};
