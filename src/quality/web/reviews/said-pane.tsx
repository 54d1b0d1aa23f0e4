import { useState } from 'react';
import { ReasonDialog } from '../../../ui/form/reason-dialog.tsx';
import figures from '../../../ui/show/figures.module.css';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { type Review, type Said, useSaid } from '../client.ts';
import { CallPlayer } from './call-player.tsx';
import { Message } from './message.tsx';
import { type Place, useNoting } from './use-noting.ts';

type Line =
  | { at: string; message: Said['messages'][number] }
  | { at: string; call: Said['calls'][number] };

const linesOf = ({ messages, calls }: Said): Line[] =>
  [
    ...messages.map((message): Line => ({ at: message.at, message })),
    ...calls.map((call): Line => ({ at: call.beganAt, call })),
  ].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));

/** The conversation as it went, with what the reviewer has noted where. */
export const SaidPane = ({ review }: { review: Review }) => {
  const t = useTexts('quality');
  const maySee = useMay()('conversations.view');
  const { data } = useSaid(
    'GET /api/conversations/{id}',
    { id: review.conversationId },
    { isEnabled: maySee },
  );
  const [place, setPlace] = useState<Place>();
  const { isNoting, add } = useNoting(review);
  return (
    <section className={figures.sheet} aria-label={t('review.said')}>
      <h2>{t('review.said')}</h2>
      {maySee ? null : <p className={figures.rule}>{t('review.noSaid')}</p>}
      {(data ? linesOf(data) : []).map((line) =>
        'call' in line ? (
          <CallPlayer
            key={`call ${line.call.id}`}
            call={line.call}
            review={review}
            {...(isNoting ? { onNote: setPlace } : {})}
          />
        ) : (
          <Message
            key={line.message.id}
            message={line.message}
            review={review}
            {...(isNoting ? { onNote: setPlace } : {})}
          />
        ),
      )}
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
