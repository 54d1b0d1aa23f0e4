import { CreditCard } from 'lucide-react';
import { useLiveRefresh } from '../../../ui/live.ts';
import { Page } from '../../../ui/show/page.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';
import css from '../dealers.module.css';
import { BatchesTable } from './batches-table.tsx';
import { FindCard } from './find-card.tsx';
import { OrderAction } from './order-form.tsx';

/** Batches of cards, and a card found by its number. */
export const Component = () => {
  const t = useTexts('dealers');
  const { data, error, refetch } = useRead('GET /api/card-batches', { limit: 200 });
  useLiveRefresh(['dealers.*'], ['/api/card-batches']);
  return (
    <Page title={t('cards.title')} layout="padded" actions={<OrderAction />}>
      <div className={css.column}>
        <FindCard />
        {error && !data ? <ErrorState failure={error} onRetry={() => void refetch()} /> : null}
        {data?.batches.length === 0 ? (
          <EmptyState icon={CreditCard} title={t('cards.empty')} text={t('cards.emptyText')} />
        ) : null}
        {data && data.batches.length > 0 ? <BatchesTable batches={data.batches} /> : null}
      </div>
    </Page>
  );
};
