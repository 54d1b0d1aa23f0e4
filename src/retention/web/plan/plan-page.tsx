import { useDeferredValue, useState } from 'react';
import figures from '../../../ui/show/figures.module.css';
import { Page } from '../../../ui/show/page.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useCurrency } from '../../../ui/viewer.tsx';
import { askedOf, type Limits } from './asked-of.ts';
import { useRead } from './client.ts';
import { PlanActions } from './plan-actions.tsx';
import { PlanBody } from './plan-body.tsx';
import { PlanLimits } from './plan-limits.tsx';

const atFirst: Limits = {
  budget: 50_000,
  slots: 100,
  contact: 50,
  segmentId: null,
  holdPercent: 15,
  leastPoints: 5,
};

/** For whom it pays to do something before they say that they leave, within money and calls. */
export const Component = () => {
  const t = useTexts('retention');
  const currency = useCurrency();
  const [limits, setLimits] = useState(atFirst);
  const asked = askedOf(useDeferredValue(limits), currency);
  const read = useRead('GET /api/care-plan', asked, { isKept: true });
  return (
    <Page
      title={t('plan.title')}
      backTo="/retention/risk"
      layout="padded"
      actions={<PlanActions plan={read.data} asked={asked} />}
    >
      <div className={figures.page}>
        <PlanLimits limits={limits} onChange={setLimits} />
        {read.error && !read.data ? (
          <ErrorState failure={read.error} onRetry={() => void read.refetch()} />
        ) : null}
        {read.data?.scores.trouble ? (
          <p role="status">{t(`errors.scores_${read.data.scores.trouble}`)}</p>
        ) : null}
        {read.data ? <PlanBody plan={read.data} asked={asked} /> : null}
      </div>
    </Page>
  );
};
