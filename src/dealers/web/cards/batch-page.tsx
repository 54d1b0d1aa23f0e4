import { useParams } from 'react-router';
import { useLiveRefresh } from '../../../ui/live.ts';
import { Page } from '../../../ui/show/page.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';
import { OpenBatch } from './open-batch.tsx';

/** A batch: how far it is made, where its cards are, and what to do with them. */
export const Component = () => {
  const id = Number(useParams()['id']);
  const t = useTexts('dealers');
  const { data, error, refetch } = useRead('GET /api/card-batches/{id}', { id });
  useLiveRefresh(['dealers.*'], ['/api/card-batches/{id}'], ({ subjectId }) => subjectId === id);
  if (data) return <OpenBatch batch={data} />;
  return (
    <Page title={t('cards.title')} backTo="/cards" layout="padded">
      {error ? <ErrorState failure={error} onRetry={() => void refetch()} /> : null}
    </Page>
  );
};
