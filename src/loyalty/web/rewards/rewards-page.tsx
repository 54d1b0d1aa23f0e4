import { Gift } from 'lucide-react';
import { useState } from 'react';
import { CreateAction } from '../../../ui/show/action.tsx';
import { Page } from '../../../ui/show/page.tsx';
import { PickList } from '../../../ui/show/pick-list.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';
import css from '../loyalty.module.css';
import { LoyaltyTabs } from '../tabs.tsx';
import { RewardDialog } from './reward-dialog.tsx';
import { RewardRow } from './reward-row.tsx';

/** What points are spent on. */
export const Component = () => {
  const t = useTexts('loyalty');
  const read = useRead('GET /api/loyalty/rewards');
  const [open, setOpen] = useState<number | 'new' | null>(null);
  const rewards = read.data?.rewards ?? [];
  return (
    <Page
      title={t('rewards.title')}
      subtitle={t('rewards.subtitle')}
      layout="padded"
      actions={<CreateAction onClick={() => setOpen('new')}>{t('rewards.add')}</CreateAction>}
    >
      <div className={css.page}>
        <LoyaltyTabs />
        {read.error ? (
          <ErrorState failure={read.error} onRetry={() => void read.refetch()} />
        ) : null}
        {read.data && rewards.length === 0 ? (
          <EmptyState icon={Gift} title={t('rewards.empty')} text={t('rewards.emptyText')} />
        ) : null}
        {rewards.length === 0 ? null : (
          <PickList>
            {rewards.map((reward) => (
              <RewardRow key={reward.id} reward={reward} onPick={() => setOpen(reward.id)} />
            ))}
          </PickList>
        )}
        {open === null || !read.data ? null : (
          <RewardDialog
            reward={rewards.find(({ id }) => id === open)}
            levels={read.data.levels}
            onClose={() => setOpen(null)}
          />
        )}
      </div>
    </Page>
  );
};
