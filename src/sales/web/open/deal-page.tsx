import { useParams } from 'react-router';
import { useLiveRefresh } from '../../../ui/live.ts';
import { Page } from '../../../ui/show/page.tsx';
import { SkeletonLine } from '../../../ui/show/skeleton.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';
import { OpenDeal } from './open-deal.tsx';

/** A deal under its number. */
export const Component = () => {
  const { id = '' } = useParams();
  const t = useTexts('sales');
  const deal = useRead('GET /api/deals/{id}', { id: Number(id) });
  useLiveRefresh(['sales.*'], ['/api/deals/{id}'], ({ subjectId }) =>
    [0, Number(id)].includes(subjectId),
  );
  if (deal.data) return <OpenDeal deal={deal.data} />;
  return (
    <Page title={t('deals.title', { number: id })} backTo="/deals" layout="padded">
      {deal.isError ? (
        <ErrorState failure={deal.error} onRetry={() => void deal.refetch()} />
      ) : (
        <SkeletonLine widthPx={320} />
      )}
    </Page>
  );
};
