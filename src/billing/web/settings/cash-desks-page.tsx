import { Wallet } from 'lucide-react';
import { useState } from 'react';
import { SettingsPage } from '../../../staff/web/index.tsx';
import { CreateAction } from '../../../ui/show/action.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { PickList, PickRow } from '../../../ui/show/pick-list.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead, type CashDesk } from '../client.ts';
import { EditDesk } from './edit-desk.tsx';

/** Cash desks: where each stands, whose it is, who works there now. */
export const Component = () => {
  const t = useTexts('billing');
  const read = useRead('GET /api/cash-desks');
  const [open, setOpen] = useState<CashDesk | 'new' | null>(null);
  const desks = read.data?.desks;
  const wordsOf = ({ place, team, cashier }: CashDesk): string =>
    [place, team ?? t('desks.anyTeam'), cashier ? t('desks.worksNow', { cashier }) : '']
      .filter(Boolean)
      .join(' · ');
  const create = <CreateAction onClick={() => setOpen('new')}>{t('desks.add')}</CreateAction>;
  return (
    <SettingsPage title={t('desks.title')} actions={desks?.length === 0 ? null : create}>
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {desks?.length === 0 ? (
        <EmptyState icon={Wallet} title={t('desks.empty')} text={t('desks.emptyText')}>
          {create}
        </EmptyState>
      ) : null}
      {desks && desks.length > 0 ? (
        <PickList>
          {desks.map((desk) => (
            <PickRow
              key={desk.id}
              title={desk.name}
              text={wordsOf(desk)}
              onPick={() => setOpen(desk)}
            >
              {desk.isEnabled ? null : <Badge tone="amber">{t('desks.isOff')}</Badge>}
            </PickRow>
          ))}
        </PickList>
      ) : null}
      {open === null ? null : (
        <EditDesk desk={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      )}
    </SettingsPage>
  );
};
