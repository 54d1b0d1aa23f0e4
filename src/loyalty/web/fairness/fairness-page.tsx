import { Button } from '@mantine/core';
import { Scale } from 'lucide-react';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Page } from '../../../ui/show/page.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { unfairPaths, usePages, useWrite } from '../client.ts';
import css from '../loyalty.module.css';
import { LoyaltyTabs } from '../tabs.tsx';
import { FairnessTotals } from './fairness-totals.tsx';
import { UnfairTable } from './unfair-table.tsx';

/** Who has long been here and pays more than a newcomer would, and the way to make it right. */
export const Component = () => {
  const t = useTexts('loyalty');
  const may = useMay();
  const read = usePages('GET /api/loyalty/unfair', {}, { isKept: true });
  const count = useWrite('POST /api/loyalty/unfair/count', unfairPaths);
  const first = read.data?.pages[0];
  const rows = read.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <Page
      title={t('fairness.title')}
      subtitle={t('fairness.subtitle')}
      layout="padded"
      actions={
        may('loyalty.manage') ? (
          <Button
            variant="default"
            loading={count.isPending}
            onClick={() => void count.mutateAsync({}).catch(notifyProblem)}
          >
            {t('fairness.count')}
          </Button>
        ) : undefined
      }
    >
      <div className={css.page}>
        <LoyaltyTabs />
        {read.error ? (
          <ErrorState failure={read.error} onRetry={() => void read.refetch()} />
        ) : null}
        {first && rows.length === 0 ? (
          <EmptyState icon={Scale} title={t('fairness.empty')} text={t('fairness.emptyText')} />
        ) : null}
        {first && rows.length > 0 ? (
          <>
            <FairnessTotals sums={first} />
            <UnfairTable rows={rows} currency={first.currency} />
            {read.hasNextPage ? (
              <div>
                <Button
                  variant="subtle"
                  loading={read.isFetchingNextPage}
                  onClick={() => void read.fetchNextPage()}
                >
                  {t('fairness.more')}
                </Button>
              </div>
            ) : null}
          </>
        ) : null}
      </div>
    </Page>
  );
};
