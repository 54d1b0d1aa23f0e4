import { HandCoins } from 'lucide-react';
import { useSearchParams } from 'react-router';
import { MoreButton } from '../../../ui/show/more-button.tsx';
import { Page } from '../../../ui/show/page.tsx';
import { Segmented } from '../../../ui/show/segmented.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { correctionQueues } from '../../api/correction-kinds.ts';
import css from '../billing.module.css';
import { CorrectionView } from './correction-view.tsx';
import { useQueue } from './use-queue.ts';

/** Corrections that wait for a decision, and what became of the others. */
export const Component = () => {
  const t = useTexts('billing');
  const may = useMay();
  const [params, setParams] = useSearchParams();
  const queues = correctionQueues.filter(
    (one) => one !== 'mine_to_decide' || may('billing.approve_correction'),
  );
  const queue = queues.find((one) => one === params.get('queue')) ?? queues[0] ?? 'waiting';
  const read = useQueue(queue);
  const rows = read.data?.pages.flatMap(({ corrections }) => corrections) ?? [];
  return (
    <Page title={t('corrections.title')} layout="padded">
      <div className={css.column}>
        <Segmented
          label={t('corrections.queue')}
          value={queue}
          options={queues.map((value) => ({ value, label: t(`corrections.queues.${value}`) }))}
          onChange={(value) => setParams({ queue: value }, { replace: true })}
        />
        {read.error && !read.data ? (
          <ErrorState failure={read.error} onRetry={() => void read.refetch()} />
        ) : null}
        {read.data && rows.length === 0 ? (
          <EmptyState
            icon={HandCoins}
            title={t('corrections.empty')}
            text={t('corrections.emptyText')}
          />
        ) : null}
        {rows.length === 0 ? null : (
          <div className={css.box}>
            {rows.map((one) => (
              <CorrectionView
                key={one.id}
                correction={one}
                showsAccount
                showsOrigin
                hidesWaiting={queue === 'mine_to_decide' || queue === 'waiting'}
              />
            ))}
          </div>
        )}
        <MoreButton pages={read}>{t('corrections.more')}</MoreButton>
      </div>
    </Page>
  );
};
