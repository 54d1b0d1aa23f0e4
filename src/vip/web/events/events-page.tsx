import { Button } from '@mantine/core';
import { PartyPopper, Plus } from 'lucide-react';
import { useState } from 'react';
import { Page } from '../../../ui/show/page.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { useRead } from '../client.ts';
import css from '../vip.module.css';
import { EventDialog } from './event-dialog.tsx';
import { EventList } from './event-list.tsx';

/** Events to come and those that were. */
export const Component = () => {
  const t = useTexts('vip');
  const may = useMay();
  const [isAdding, setAdding] = useState(false);
  const { data, error, refetch } = useRead('GET /api/vip-events');
  const coming = data?.events.filter(({ on }) => on >= data.today) ?? [];
  const past = data?.events.filter(({ on }) => on < data.today) ?? [];
  return (
    <Page
      title={t('gatherings.title')}
      subtitle={t('gatherings.subtitle')}
      backTo="/vip"
      layout="padded"
      actions={
        may('vip.approve') ? (
          <Button leftSection={<Plus size={14} />} onClick={() => setAdding(true)}>
            {t('gatherings.add')}
          </Button>
        ) : undefined
      }
    >
      {error ? <ErrorState failure={error} onRetry={() => void refetch()} /> : null}
      {data ? (
        <div className={css.page}>
          {data.events.length === 0 ? (
            <EmptyState
              icon={PartyPopper}
              title={t('gatherings.empty')}
              text={t('gatherings.emptyText')}
            />
          ) : null}
          <EventList title={t('gatherings.coming')} events={coming} currency={data.currency} />
          <EventList title={t('gatherings.past')} events={past} currency={data.currency} />
        </div>
      ) : null}
      {isAdding ? <EventDialog event={null} onClose={() => setAdding(false)} /> : null}
    </Page>
  );
};
