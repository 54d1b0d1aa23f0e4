import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useLiveRefresh } from '../../ui/live.ts';
import { Avatar } from '../../ui/show/avatar.tsx';
import { SkeletonLine } from '../../ui/show/skeleton.tsx';
import { ErrorState } from '../../ui/show/state.tsx';
import { useTexts } from '../../ui/texts.ts';
import css from './aside/aside.module.css';
import { CardAside } from './card-aside.tsx';
import { CardMarks, CardSubtitle } from './card-marks.tsx';
import { useRead } from './client.ts';
import { VeiledAside } from './veil-notice.tsx';

type Props = {
  id: number;
  /** What the work beside it does with them; stands below the name. */
  children?: ReactNode;
};

/** A subscriber beside other work: who it is, with a way to the whole card. */
export const SubscriberAside = ({ id, children }: Props) => {
  const t = useTexts('subscribers');
  const card = useRead('GET /api/subscribers/{id}', { id });
  useLiveRefresh(['subscribers.*'], ['/api/subscribers']);
  if (card.isError) {
    return (
      <>
        <ErrorState failure={card.error} onRetry={() => void card.refetch()} />
        {children}
      </>
    );
  }
  if (!card.data) {
    return (
      <>
        <div className={css.who}>
          <SkeletonLine widthPx={200} />
        </div>
        {children}
      </>
    );
  }
  const name = card.data.displayName || t('card.nameless', { id: card.data.id });
  return (
    <div className="scroll">
      <header className={css.who}>
        <Avatar name={name} sizePx={42} />
        <div className={css.whoWords}>
          <Link to={`/subscribers/${card.data.id}`} className={css.name}>
            {name}
          </Link>
          <div className="dim cut">
            <CardSubtitle card={card.data} />
          </div>
          <div className={css.marks}>
            <CardMarks card={card.data} />
          </div>
        </div>
      </header>
      {children}
      {card.data.veil ? <VeiledAside card={card.data} /> : <CardAside card={card.data} />}
    </div>
  );
};
