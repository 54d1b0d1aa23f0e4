import { BadgePercent } from 'lucide-react';
import { useState } from 'react';
import { SettingsPage } from '../../../staff/web/index.tsx';
import { useLiveRefresh } from '../../../ui/live.ts';
import { CreateAction } from '../../../ui/show/action.tsx';
import { PickList } from '../../../ui/show/pick-list.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';
import { EditPitch, NewPitch } from './pitch-form.tsx';
import { PitchRow } from './pitch-row.tsx';

/** What agents are to offer besides, in the order of offering, with what came of it. */
export const Component = () => {
  const t = useTexts('sales');
  const read = useRead('GET /api/pitches');
  useLiveRefresh(['sales.*'], ['/api/pitches']);
  const [open, setOpen] = useState<number | 'new' | null>(null);
  const { pitches = [], products = [] } = read.data ?? {};
  const opened = pitches.find(({ id }) => id === open);
  const close = (): void => setOpen(null);
  const create = (
    <CreateAction disabled={products.length === 0} onClick={() => setOpen('new')}>
      {t('pitches.create')}
    </CreateAction>
  );
  return (
    <SettingsPage title={t('pitches.title')} subtitle={t('pitches.subtitle')} actions={create}>
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.data && pitches.length === 0 ? (
        <EmptyState
          icon={BadgePercent}
          title={t('pitches.emptyTitle')}
          text={t(products.length === 0 ? 'pitches.emptyNoProducts' : 'pitches.emptyText')}
        />
      ) : null}
      {pitches.length > 0 && products.length === 0 ? (
        <p className="dim">{t('pitches.allHave')}</p>
      ) : null}
      {pitches.length > 0 ? (
        <PickList>
          {pitches.map((pitch) => (
            <PitchRow key={pitch.id} pitch={pitch} onOpen={() => setOpen(pitch.id)} />
          ))}
        </PickList>
      ) : null}
      {open === 'new' ? <NewPitch products={products} onClose={close} /> : null}
      {opened ? <EditPitch pitch={opened} onClose={close} /> : null}
    </SettingsPage>
  );
};
