import { Tags } from 'lucide-react';
import { useState } from 'react';
import { SettingsPage } from '../../../staff/web/index.tsx';
import { useLiveRefresh } from '../../../ui/live.ts';
import { CreateAction } from '../../../ui/show/action.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../api.ts';
import { AttributeList } from './attribute-list.tsx';
import { EntityChoice } from './entity-choice.tsx';
import { EditAttribute, NewAttribute } from './edit-attribute.tsx';

/** What this operator keeps about subscribers and work beyond the fields that everybody has. */
export const Component = () => {
  const t = useTexts('work');
  const [entity, setEntity] = useState('subscribers');
  const read = useRead('GET /api/attributes', { entity });
  useLiveRefresh(['work.*'], ['/api/attributes']);
  const [open, setOpen] = useState<number | 'new' | null>(null);
  const attributes = read.data?.attributes ?? [];
  const opened = attributes.find(({ id }) => id === open);
  const close = (): void => setOpen(null);
  const create = (
    <CreateAction onClick={() => setOpen('new')}>{t('attributes.create')}</CreateAction>
  );
  return (
    <SettingsPage title={t('attributes.title')} actions={create}>
      <EntityChoice value={entity} onChange={setEntity} />
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.data && attributes.length === 0 ? (
        <EmptyState
          icon={Tags}
          title={t('attributes.emptyTitle')}
          text={t('attributes.emptyText')}
        />
      ) : null}
      {attributes.length > 0 ? (
        <AttributeList entity={entity} attributes={attributes} onOpen={setOpen} />
      ) : null}
      {open === 'new' ? <NewAttribute entity={entity} onClose={close} /> : null}
      {opened ? <EditAttribute attribute={opened} onClose={close} /> : null}
    </SettingsPage>
  );
};
