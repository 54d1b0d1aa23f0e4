import { useSearchParams } from 'react-router';
import { useLiveRefresh } from '../../../ui/live.ts';
import { Page } from '../../../ui/show/page.tsx';
import { Segmented } from '../../../ui/show/segmented.tsx';
import { SkeletonLine } from '../../../ui/show/skeleton.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';
import { EconomicsTables } from './economics-tables.tsx';
import { EconomicsTotals } from './economics-totals.tsx';
import { WriteCost } from './write-cost.tsx';
import css from './figures.module.css';

const spans = ['3', '6', '12', '24'] as const;

/** What winning people costs, what they bring, and where sales get stuck. */
export const Component = () => {
  const t = useTexts('sales');
  const [params, setParams] = useSearchParams();
  const span = spans.find((one) => one === params.get('months')) ?? '12';
  const months = Number(span);
  const read = useRead('GET /api/sales-economics', { months }, { isKept: true });
  useLiveRefresh(['sales.cost_set'], ['/api/sales-economics', '/api/sales-costs']);
  return (
    <Page
      title={t('economics.title')}
      backTo="/deals"
      layout="padded"
      actions={read.data ? <WriteCost currency={read.data.currency} /> : null}
    >
      <div className={css.page}>
        <div className={css.tools}>
          <Segmented
            label={t('economics.span')}
            value={span}
            options={spans.map((value) => ({
              value,
              label: t('economics.months', { count: Number(value) }),
            }))}
            onChange={(value) => setParams({ months: value }, { replace: true })}
          />
        </div>
        {read.error && !read.data ? (
          <ErrorState failure={read.error} onRetry={() => void read.refetch()} />
        ) : null}
        {read.data ? (
          <>
            <EconomicsTotals economics={read.data} />
            <EconomicsTables economics={read.data} months={months} />
          </>
        ) : null}
        {read.data || read.error ? null : <SkeletonLine widthPx={320} />}
      </div>
    </Page>
  );
};
