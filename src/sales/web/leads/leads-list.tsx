import { Inbox } from 'lucide-react';
import { useLiveRefresh } from '../../../ui/live.ts';
import { MoreButton } from '../../../ui/show/more-button.tsx';
import { PickList } from '../../../ui/show/pick-list.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { usePages } from '../client.ts';
import { LeadRow } from './lead-row.tsx';

type Props = { part: 'new' | 'decided'; onOpen: (id: number) => void };

/** Leads that wait, the earliest first; or those decided, the latest first. */
export const LeadsList = ({ part, onOpen }: Props) => {
  const t = useTexts('sales');
  const pages = usePages('GET /api/leads', { isDecided: part === 'decided' });
  useLiveRefresh(['sales.*'], ['/api/leads']);
  const leads = pages.data?.pages.flatMap((page) => page.leads) ?? [];
  return (
    <>
      {pages.error ? (
        <ErrorState failure={pages.error} onRetry={() => void pages.refetch()} />
      ) : null}
      {pages.data && leads.length === 0 ? (
        <EmptyState
          icon={Inbox}
          title={t(`leads.empty.${part}`)}
          text={t(part === 'new' ? 'leads.emptyText' : 'leads.emptyDecided')}
        />
      ) : null}
      {leads.length === 0 ? null : (
        <PickList>
          {leads.map((lead) => (
            <LeadRow key={lead.id} lead={lead} onOpen={() => onOpen(lead.id)} />
          ))}
        </PickList>
      )}
      <MoreButton pages={pages}>{t('leads.more')}</MoreButton>
    </>
  );
};
