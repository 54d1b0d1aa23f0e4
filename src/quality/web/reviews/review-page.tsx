import { useParams } from 'react-router';
import { Page } from '../../../ui/show/page.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';
import css from '../quality.module.css';
import { CardPane } from './card-pane.tsx';
import { SaidPane } from './said-pane.tsx';

/** What was said at the left, the card by which it is judged at the right. */
export const Component = () => {
  const t = useTexts('quality');
  const id = Number(useParams()['id']);
  const read = useRead('GET /api/quality-reviews/{id}', { id });
  const review = read.data;
  return (
    <Page
      title={t('review.title', { number: review?.number ?? '' })}
      subtitle={
        review
          ? t('review.by', { who: review.staff.name, reviewer: review.reviewer.name })
          : undefined
      }
      backTo="/quality/reviews"
      layout="padded"
    >
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {review ? (
        <div className={css.review}>
          <SaidPane review={review} />
          <CardPane key={review.id} review={review} />
        </div>
      ) : null}
    </Page>
  );
};
