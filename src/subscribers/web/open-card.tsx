import { Avatar } from '../../ui/show/avatar.tsx';
import { Page } from '../../ui/show/page.tsx';
import { useTexts } from '../../ui/texts.ts';
import { CardActions } from './card-actions.tsx';
import { CardAside } from './card-aside.tsx';
import { CardMarks, CardSubtitle } from './card-marks.tsx';
import { CardTimeline } from './card-timeline.tsx';
import css from './card.module.css';
import type { Card } from './client.ts';
import { VeiledAside, VeilNotice } from './veil-notice.tsx';

/** What happened in the middle, who it is and what holds at the right. */
export const OpenCard = ({ card }: { card: Card }) => {
  const t = useTexts('subscribers');
  const name = card.displayName || t('card.nameless', { id: card.id });
  return (
    <Page
      title={name}
      backTo="/subscribers"
      picture={<Avatar name={name} sizePx={36} />}
      subtitle={<CardSubtitle card={card} />}
      marks={<CardMarks card={card} />}
      actions={<CardActions card={card} />}
    >
      <div className={css.columns}>
        <div className={`${css.main} scroll`}>
          {card.veil ? <VeilNotice {...card.veil} /> : <CardTimeline card={card} />}
        </div>
        <aside className={`${css.aside} scroll`} aria-label={t('card.facts')}>
          {card.veil ? <VeiledAside card={card} /> : <CardAside card={card} />}
        </aside>
      </div>
    </Page>
  );
};
