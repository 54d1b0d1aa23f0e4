import { Sailboat } from 'lucide-react';
import { Navigate } from 'react-router';
import { useNav } from '../../../ui/shell/nav.ts';
import { Page } from '../../../ui/show/page.tsx';
import { SkeletonLine } from '../../../ui/show/skeleton.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useEvery } from '../../../ui/use-every.ts';
import { useRead } from '../api.ts';
import { HomeCard } from './home-card.tsx';
import css from './home.module.css';

const AGAIN_MS = 60_000;

/** What needs me now; whoever has no part in it begins with the first page that is open to them. */
export const Component = () => {
  const t = useTexts('work');
  const [first] = useNav();
  const read = useRead('GET /api/home');
  const { data, error } = read;
  useEvery(AGAIN_MS, () => void read.refetch());
  if (data && !data.hasCards && first) return <Navigate to={first.path} replace />;
  return (
    <Page title={t('home.title')} layout="padded">
      {error && !data ? <ErrorState failure={error} onRetry={() => void read.refetch()} /> : null}
      {data || error ? null : <SkeletonLine widthPx={320} />}
      {data?.cards.length === 0 ? (
        <EmptyState
          icon={Sailboat}
          title={data.hasCards ? t('home.nothing') : t('ui:state.nothingTitle')}
          text={data.hasCards ? t('home.nothingText') : t('ui:state.nothingText')}
        />
      ) : null}
      <div className={css.cards}>
        {data?.cards.map((card) => (
          <HomeCard key={card.key} card={card} currency={data.currency} />
        ))}
      </div>
    </Page>
  );
};
