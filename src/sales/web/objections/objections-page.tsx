import { MessageCircleQuestion } from 'lucide-react';
import { useState } from 'react';
import { SettingsPage } from '../../../staff/web/index.tsx';
import { useLiveRefresh } from '../../../ui/live.ts';
import { CreateAction } from '../../../ui/show/action.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { PickList, PickRow } from '../../../ui/show/pick-list.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Objection, useRead } from '../client.ts';
import { ObjectionDialog } from './objection-dialog.tsx';

/** What people object, what is answered, and how often that helped. */
export const Component = () => {
  const t = useTexts('sales');
  const read = useRead('GET /api/objections', { isAll: true });
  useLiveRefresh(['sales.objection_added', 'sales.objection_changed'], ['/api/objections']);
  const [open, setOpen] = useState<number | 'new' | null>(null);
  const rows = read.data?.rows ?? [];
  const opened = rows.find(({ id }) => id === open);
  return (
    <SettingsPage
      title={t('objections.title')}
      subtitle={t('objections.subtitle')}
      actions={<CreateAction onClick={() => setOpen('new')}>{t('objections.add')}</CreateAction>}
    >
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.data && rows.length === 0 ? (
        <EmptyState
          icon={MessageCircleQuestion}
          title={t('objections.empty')}
          text={t('objections.emptyText')}
        />
      ) : null}
      {rows.length > 0 ? (
        <PickList>
          {rows.map((row) => (
            <Row key={row.id} row={row} onOpen={() => setOpen(row.id)} />
          ))}
        </PickList>
      ) : null}
      {open !== null && (open === 'new' || opened) ? (
        <ObjectionDialog objection={opened} onClose={() => setOpen(null)} />
      ) : null}
    </SettingsPage>
  );
};

const Row = ({ row, onOpen }: { row: Objection; onOpen: () => void }) => {
  const t = useTexts('sales');
  const used = row.answers.reduce((sum, answer) => sum + answer.used, 0);
  const helped = row.answers.reduce((sum, answer) => sum + answer.helped, 0);
  return (
    <PickRow title={row.name} text={row.answers[0]?.words} onPick={onOpen}>
      {row.isArchived ? <Badge>{t('objections.off')}</Badge> : null}
      <span className="dim tabular">
        {used === 0 ? t('objections.notUsed') : t('objections.figures', { count: used, helped })}
      </span>
    </PickRow>
  );
};
