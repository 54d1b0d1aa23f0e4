import { useParams } from 'react-router';
import { Page } from '../../../ui/show/page.tsx';
import { SkeletonLine } from '../../../ui/show/skeleton.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';
import { OpenCase } from './open-case.tsx';

/** A case under its number. */
export const Component = () => {
  const { id = '' } = useParams();
  const t = useTexts('retention');
  const read = useRead('GET /api/cases/{id}', { id: Number(id) });
  if (read.data) return <OpenCase found={read.data} />;
  return (
    <Page title={t('cases.title', { number: id })} backTo="/cases" layout="padded">
      {read.isError ? (
        <ErrorState failure={read.error} onRetry={() => void read.refetch()} />
      ) : (
        <SkeletonLine widthPx={320} />
      )}
    </Page>
  );
};
