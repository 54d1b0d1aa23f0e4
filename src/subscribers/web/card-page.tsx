import { useEffect } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useLiveRefresh } from '../../ui/live.ts';
import { Page } from '../../ui/show/page.tsx';
import { SkeletonLine } from '../../ui/show/skeleton.tsx';
import { ErrorState } from '../../ui/show/state.tsx';
import { useTexts } from '../../ui/texts.ts';
import css from './card.module.css';
import { useRead } from './client.ts';
import { OpenCard } from './open-card.tsx';

/** The 360° card: what happened in the middle, who it is and what holds at the right. */
export const Component = () => {
  const { id = '' } = useParams();
  const card = useRead('GET /api/subscribers/{id}', { id: Number(id) });
  const t = useTexts('subscribers');
  const navigate = useNavigate();
  useLiveRefresh(['subscribers.*'], ['/api/subscribers']);
  const rootId = card.data?.id;
  useEffect(() => {
    // The number of one who was merged leads to its successor's own address.
    if (rootId !== undefined && String(rootId) !== id) {
      void navigate(`/subscribers/${rootId}`, { replace: true });
    }
  }, [rootId, id, navigate]);
  if (card.isError) {
    return (
      <Page title={t('card.title')} backTo="/subscribers">
        <ErrorState failure={card.error} onRetry={() => void card.refetch()} />
      </Page>
    );
  }
  if (!card.data) {
    return (
      <Page title={t('card.title')} backTo="/subscribers">
        <div className={css.columns}>
          <div className={css.main}>
            <Waiting widthsPx={[320, 560, 420, 540, 480, 360]} />
          </div>
          <div className={css.aside}>
            <Waiting widthsPx={[180, 240, 200, 260, 160, 220]} />
          </div>
        </div>
      </Page>
    );
  }
  return <OpenCard card={card.data} />;
};

/** Where lines will stand. */
const Waiting = ({ widthsPx }: { widthsPx: readonly number[] }) => (
  <div className={css.waiting}>
    {widthsPx.map((widthPx) => (
      <SkeletonLine key={widthPx} widthPx={widthPx} />
    ))}
  </div>
);
