import { ScrollText } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { SettingsPage } from '../../../staff/web/index.tsx';
import { useLiveRefresh } from '../../../ui/live.ts';
import { CreateAction } from '../../../ui/show/action.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { PickList, PickRow } from '../../../ui/show/pick-list.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';
import { NewScript } from './new-script.tsx';

/** Scripts of guided sales: which one sales begin with, and which are being written. */
export const Component = () => {
  const t = useTexts('sales');
  const go = useNavigate();
  const [isNew, setNew] = useState(false);
  const read = useRead('GET /api/sale-scripts', {});
  useLiveRefresh(['sales.*'], ['/api/sale-scripts']);
  const scripts = read.data?.scripts ?? [];
  return (
    <SettingsPage
      title={t('scripts.title')}
      subtitle={t('scripts.subtitle')}
      actions={<CreateAction onClick={() => setNew(true)}>{t('scripts.add')}</CreateAction>}
    >
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.data && scripts.length === 0 ? (
        <EmptyState icon={ScrollText} title={t('scripts.empty')} text={t('scripts.emptyText')} />
      ) : null}
      {scripts.length > 0 ? (
        <PickList>
          {scripts.map(({ id, name, number, isUsed, isArchived, hasDraft }) => (
            <PickRow
              key={id}
              title={name}
              text={number === null ? t('scripts.unpublished') : t('scripts.version', { number })}
              onPick={() => void go(`/settings/scripts/${id}`)}
            >
              {hasDraft ? <Badge tone="amber">{t('scripts.draft')}</Badge> : null}
              {isArchived ? <Badge>{t('scripts.archived')}</Badge> : null}
              {isUsed ? <Badge tone="green">{t('scripts.used')}</Badge> : null}
            </PickRow>
          ))}
        </PickList>
      ) : null}
      {isNew ? <NewScript onClose={() => setNew(false)} /> : null}
    </SettingsPage>
  );
};
