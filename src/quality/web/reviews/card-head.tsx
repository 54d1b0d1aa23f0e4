import { formatPercent } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import figures from '../../../ui/show/figures.module.css';
import { useTexts } from '../../../ui/texts.ts';
import type { Review } from '../client.ts';
import css from '../quality.module.css';

type Props = { review: Review; score: number | null; isZeroed: boolean };

/** By which card it is judged, and what it comes to so far. */
export const CardHead = ({ review, score, isZeroed }: Props) => {
  const t = useTexts('quality');
  const { name, version } = review.card;
  return (
    <div className={figures.head}>
      <h2>{t('review.card', { name, version })}</h2>
      {isZeroed ? <Badge tone="red">{t('reviews.zeroed')}</Badge> : null}
      <output className={css.score} aria-label={t('reviews.score')}>
        {score === null ? '—' : formatPercent(score / 100)}
      </output>
    </div>
  );
};
