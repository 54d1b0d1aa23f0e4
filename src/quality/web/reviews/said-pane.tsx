import { useState } from 'react';
import { ReasonDialog } from '../../../ui/form/reason-dialog.tsx';
import figures from '../../../ui/show/figures.module.css';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { type Heard, useSaid } from '../client.ts';
import { SaidLines } from './said-lines.tsx';
import { StrayNotes } from './stray-notes.tsx';
import { type Place, useNoting } from './use-noting.ts';

/** The conversation as it went, with what the reviewer has noted where. */
export const SaidPane = ({ review }: { review: Heard }) => {
  const t = useTexts('quality');
  const maySee = useMay()('conversations.view');
  const read = useSaid(
    'GET /api/conversations/{id}',
    { id: review.conversationId },
    { isEnabled: maySee },
  );
  const [place, setPlace] = useState<Place>();
  const { isNoting, add } = useNoting(review);
  const isHidden = !maySee || (read.error !== null && !read.data);
  return (
    <section className={figures.sheet} aria-label={t('review.said')}>
      <h2>{t('review.said')}</h2>
      {maySee ? null : <p className={figures.rule}>{t('review.noSaid')}</p>}
      {read.error && !read.data ? (
        <ErrorState failure={read.error} onRetry={() => void read.refetch()} />
      ) : null}
      {read.data ? (
        <SaidLines said={read.data} review={review} {...(isNoting ? { onNote: setPlace } : {})} />
      ) : null}
      {isHidden ? <StrayNotes review={review} notes={review.notes} /> : null}
      {place ? (
        <ReasonDialog
          title={t('review.noteAt')}
          label={t('review.noteWords')}
          save={(words) => add(place, words)}
          onClose={() => setPlace(undefined)}
        />
      ) : null}
    </section>
  );
};
