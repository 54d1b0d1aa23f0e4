import { Zap } from 'lucide-react';
import { useState } from 'react';
import { SettingsPage } from '../../../staff/web/index.tsx';
import { useLiveRefresh } from '../../../ui/live.ts';
import { CreateAction } from '../../../ui/show/action.tsx';
import { PickList } from '../../../ui/show/pick-list.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead, type Macro } from '../client.ts';
import { EditMacro } from './edit-macro.tsx';
import { MacroRow } from './macro-row.tsx';

/** Named sets of changes with a note, put on a ticket by one key. */
export const Component = () => {
  const t = useTexts('tickets');
  const read = useRead('GET /api/ticket-macros');
  useLiveRefresh(['tickets.macro_created', 'tickets.macro_changed'], ['/api/ticket-macros']);
  const [open, setOpen] = useState<Macro | 'new' | null>(null);
  const macros = read.data?.macros ?? [];
  const create = <CreateAction onClick={() => setOpen('new')}>{t('macros.create')}</CreateAction>;
  return (
    <SettingsPage title={t('macros.title')} subtitle={t('macros.subtitle')} actions={create}>
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.data && macros.length === 0 ? (
        <EmptyState icon={Zap} title={t('macros.empty')} text={t('macros.emptyText')} />
      ) : null}
      {macros.length === 0 ? null : (
        <PickList>
          {macros.map((macro) => (
            <MacroRow key={macro.id} macro={macro} onOpen={setOpen} />
          ))}
        </PickList>
      )}
      {open === null ? null : (
        <EditMacro macro={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      )}
    </SettingsPage>
  );
};
