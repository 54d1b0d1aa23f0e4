import { Tag } from 'lucide-react';
import { useState } from 'react';
import { SettingsPage } from '../../../staff/web/index.tsx';
import { useLiveRefresh } from '../../../ui/live.ts';
import { CreateAction } from '../../../ui/show/action.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../api.ts';
import { EditLabel, NewLabel } from './edit-label.tsx';
import { LabelList } from './label-list.tsx';

/** The labels of conversations and tickets, kept by an administrator. */
export const Component = () => {
  const t = useTexts('work');
  const read = useRead('GET /api/labels');
  useLiveRefresh(['work.*'], ['/api/labels']);
  const [open, setOpen] = useState<number | 'new' | null>(null);
  const labels = read.data?.labels ?? [];
  const opened = labels.find(({ id }) => id === open);
  const close = (): void => setOpen(null);
  const create = <CreateAction onClick={() => setOpen('new')}>{t('labels.create')}</CreateAction>;
  return (
    <SettingsPage title={t('labels.title')} actions={create}>
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.data && labels.length === 0 ? (
        <EmptyState icon={Tag} title={t('labels.emptyTitle')} text={t('labels.emptyText')} />
      ) : null}
      {labels.length > 0 ? <LabelList labels={labels} onOpen={setOpen} /> : null}
      {open === 'new' ? <NewLabel onClose={close} /> : null}
      {opened ? <EditLabel label={opened} onClose={close} /> : null}
    </SettingsPage>
  );
};
