import { useParams } from 'react-router';
import { useLiveRefresh } from '../../../ui/live.ts';
import { Page } from '../../../ui/show/page.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';
import { OpenDealer } from './open-dealer.tsx';

/** A dealer: what it owes and holds, and on what terms it works. */
export const Component = () => {
  const id = Number(useParams()['id']);
  const t = useTexts('dealers');
  const { data, error, refetch } = useRead('GET /api/dealers/{id}', { id });
  useLiveRefresh(['dealers.*'], ['/api/dealers/{id}']);
  if (data) return <OpenDealer dealer={data} />;
  return (
    <Page title={t('list.title')} backTo="/dealers" layout="padded">
      {error ? <ErrorState failure={error} onRetry={() => void refetch()} /> : null}
    </Page>
  );
};
