import { useState } from 'react';
import { CreateAction } from '../../../ui/show/action.tsx';
import { Page } from '../../../ui/show/page.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { useRead } from '../client.ts';
import css from '../quality.module.css';
import { RoundDialog } from './round-dialog.tsx';
import { RoundsOverTime } from './rounds-over-time.tsx';
import { RoundsTable } from './rounds-table.tsx';

/** Mystery rounds over time, beside what the study found. */
export const Component = () => {
  const t = useTexts('quality');
  const may = useMay();
  const read = useRead('GET /api/quality-rounds');
  const [isAdding, setAdding] = useState(false);
  return (
    <Page
      title={t('mystery.title')}
      subtitle={t('mystery.subtitle')}
      layout="padded"
      actions={
        may('quality.manage') ? (
          <CreateAction onClick={() => setAdding(true)}>{t('mystery.add')}</CreateAction>
        ) : undefined
      }
    >
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.data ? (
        <div className={css.page}>
          <RoundsOverTime all={read.data} />
          <RoundsTable all={read.data} />
        </div>
      ) : null}
      {isAdding ? <RoundDialog onClose={() => setAdding(false)} /> : null}
    </Page>
  );
};
