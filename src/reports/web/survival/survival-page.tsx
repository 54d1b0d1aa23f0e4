import { useState } from 'react';
import { formatDay } from '../../../ui/format.ts';
import figures from '../../../ui/show/figures.module.css';
import { Page } from '../../../ui/show/page.tsx';
import { Segmented } from '../../../ui/show/segmented.tsx';
import { SkeletonLine } from '../../../ui/show/skeleton.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { lifeDimensions } from '../../survival/dimensions.ts';
import { type Survival, useRead } from '../client.ts';
import { CohortTriangle } from './cohort-triangle.tsx';
import { SurvivalCurves } from './survival-curves.tsx';

type By = (typeof lifeDimensions)[number];

/** How long accounts stay: of all or by what they have, and month of connection by month. */
export const Component = () => {
  const t = useTexts('reports');
  const [by, setBy] = useState<By>('all');
  const read = useRead('GET /api/survival', { by }, { isKept: true });
  const { data, error } = read;
  const isEmpty = data !== undefined && data.curves.length === 0;
  return (
    <Page
      title={t('survival.title')}
      {...(data?.through && { subtitle: t('kpis.through', { on: formatDay(data.through) }) })}
      backTo="/reports"
      layout="padded"
    >
      <div className={figures.page}>
        {error && !data ? <ErrorState failure={error} onRetry={() => void read.refetch()} /> : null}
        {isEmpty ? <EmptyState title={t('kpis.notYet')} /> : null}
        {data && !isEmpty ? (
          <>
            <Segmented
              label={t('kpis.by')}
              value={by}
              options={lifeDimensions.map((value) => ({
                value,
                label: t(`dimensions.${value}`),
              }))}
              onChange={setBy}
            />
            <Shown survival={data} by={by} />
          </>
        ) : null}
        {data || error ? null : <SkeletonLine widthPx={320} />}
      </div>
    </Page>
  );
};

type Props = { survival: Survival; by: By };

const Shown = ({ survival, by }: Props) => (
  <>
    <SurvivalCurves curves={survival.curves} by={by} />
    <CohortTriangle cohorts={survival.cohorts} />
  </>
);
