import { useEffect } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useLiveRefresh } from '../../../ui/live.ts';
import { Page } from '../../../ui/show/page.tsx';
import { SkeletonLine } from '../../../ui/show/skeleton.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';
import { OpenTicket } from './open-ticket.tsx';

/** A ticket under its number. */
export const Component = () => {
  const { id = '' } = useParams();
  const t = useTexts('tickets');
  const ticket = useRead('GET /api/tickets/{id}', { id: Number(id) });
  useLiveRefresh(['tickets.*'], ['/api/tickets/{id}'], ({ subjectId }) =>
    [0, Number(id)].includes(subjectId),
  );
  const navigate = useNavigate();
  const rootId = ticket.data?.id;
  useEffect(() => {
    // The number of a merged one leads to the address of what it became.
    if (rootId !== undefined && String(rootId) !== id) {
      void navigate(`/tickets/${rootId}`, { replace: true });
    }
  }, [rootId, id, navigate]);
  if (ticket.data) return <OpenTicket ticket={ticket.data} />;
  return (
    <Page title={t('open.title', { number: id })} backTo="/tickets" layout="padded">
      {ticket.isError ? (
        <ErrorState failure={ticket.error} onRetry={() => void ticket.refetch()} />
      ) : (
        <SkeletonLine widthPx={320} />
      )}
    </Page>
  );
};
