import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { Page } from '../../../ui/show/page.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import css from '../quality.module.css';
import { DoneReviews } from './done-reviews.tsx';
import { PlanDialog } from './plan-dialog.tsx';
import { WaitingDraws } from './waiting-draws.tsx';

/** What waits to be judged, for whoever judges; what was, for whoever it was about. */
export const Component = () => {
  const t = useTexts('quality');
  const may = useMay();
  const [isPlanning, setPlanning] = useState(false);
  return (
    <Page
      title={t('reviews.title')}
      subtitle={t('reviews.subtitle')}
      layout="padded"
      actions={
        <>
          {may('quality.manage') ? (
            <Button variant="default" onClick={() => setPlanning(true)}>
              {t('reviews.plan')}
            </Button>
          ) : null}
          {may('quality.review') ? (
            <Button variant="default" component={Link} to="/quality/calibrations">
              {t('calibrations.title')}
            </Button>
          ) : null}
          <Button variant="default" component={Link} to="/quality/cards">
            {t('cards.title')}
          </Button>
        </>
      }
    >
      <div className={css.page}>
        {may('quality.review') ? <WaitingDraws /> : null}
        <DoneReviews />
      </div>
      {isPlanning ? <PlanDialog onClose={() => setPlanning(false)} /> : null}
    </Page>
  );
};
