import { ChartColumn } from 'lucide-react';
import { useState } from 'react';
import { PeriodChoice } from '../../../ui/form/period-choice.tsx';
import { usePeriod } from '../../../ui/form/use-period.ts';
import { useLiveRefresh } from '../../../ui/live.ts';
import { Page } from '../../../ui/show/page.tsx';
import { Segmented } from '../../../ui/show/segmented.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';
import { SellingTable } from './selling-table.tsx';
import css from './selling.module.css';

const groupings = ['agent', 'team', 'month'] as const;
const DAYS = 30;

/** How deals are sold: whether by the script, whether one tariff is named, and what it brings. */
export const Component = () => {
  const t = useTexts('sales');
  const [period, setPeriod] = usePeriod(DAYS);
  const [by, setBy] = useState<(typeof groupings)[number]>('agent');
  useLiveRefresh(['sales.*'], ['/api/selling']);
  const { data, error, refetch } = useRead('GET /api/selling', { ...period, by }, { isKept: true });
  return (
    <Page
      title={t('selling.title')}
      subtitle={t('selling.subtitle')}
      backTo="/deals"
      layout="padded"
    >
      <div className={css.page}>
        <div className={css.choices}>
          <PeriodChoice period={period} onChange={setPeriod} />
          <Segmented
            label={t('selling.by')}
            value={by}
            options={groupings.map((value) => ({ value, label: t(`selling.groupings.${value}`) }))}
            onChange={setBy}
          />
        </div>
        {error && !data ? <ErrorState failure={error} onRetry={() => void refetch()} /> : null}
        {data?.total.deals === 0 ? (
          <EmptyState icon={ChartColumn} title={t('selling.empty')} text={t('selling.emptyText')} />
        ) : null}
        {data && data.total.deals > 0 ? <SellingTable selling={data} by={by} /> : null}
        <p className={css.rule}>{t('selling.rule')}</p>
      </div>
    </Page>
  );
};
