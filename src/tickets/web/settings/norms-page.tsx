import { Timer } from 'lucide-react';
import { useState } from 'react';
import { SettingsPage } from '../../../staff/web/index.tsx';
import { useLiveRefresh } from '../../../ui/live.ts';
import { CreateAction } from '../../../ui/show/action.tsx';
import { PickList } from '../../../ui/show/pick-list.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';
import { NormRow } from './norm-row.tsx';
import { SetNorm } from './set-norm.tsx';

/** What is promised of tickets other than by the general norms. */
export const Component = () => {
  const t = useTexts('tickets');
  const read = useRead('GET /api/ticket-norms');
  useLiveRefresh(['tickets.norm_set', 'tickets.norm_removed'], ['/api/ticket-norms']);
  const [isOpen, setOpen] = useState(false);
  const norms = read.data?.norms ?? [];
  const create = <CreateAction onClick={() => setOpen(true)}>{t('norms.create')}</CreateAction>;
  return (
    <SettingsPage title={t('norms.title')} subtitle={t('norms.subtitle')} actions={create}>
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.data && norms.length === 0 ? (
        <EmptyState icon={Timer} title={t('norms.empty')} text={t('norms.emptyText')} />
      ) : null}
      {norms.length === 0 ? null : (
        <PickList>
          {norms.map((norm) => (
            <NormRow key={norm.id} norm={norm} />
          ))}
        </PickList>
      )}
      {isOpen ? <SetNorm onClose={() => setOpen(false)} /> : null}
    </SettingsPage>
  );
};
