import { PhoneOutgoing } from 'lucide-react';
import { formatInstant } from '../../../ui/format.ts';
import { Badge, type Tone } from '../../../ui/show/badge.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Opened } from '../api.ts';
import css from './feed.module.css';

type Attempt = Opened['attempts'][number];

const tones: Record<NonNullable<Attempt['outcome']>, Tone> = {
  reached: 'green',
  no_answer: 'amber',
  busy: 'amber',
  asked_later: 'blue',
  wrong_number: 'gray',
  refused: 'gray',
};

/** One call: by whom, when, what came of it, and how we know that it was made. */
export const AttemptLine = ({ attempt }: { attempt: Attempt }) => {
  const t = useTexts('conversations');
  return (
    <article className={css.attempt}>
      <PhoneOutgoing size={14} aria-hidden="true" />
      <span>
        {t('feed.call', { name: attempt.staff.name })}{' '}
        <span className="dim">
          {formatInstant(attempt.startedAt, 'time')} · {t(`feed.evidence.${attempt.evidence}`)}
        </span>
      </span>
      {attempt.outcome === null ? (
        <Badge tone="teal">{t('feed.going')}</Badge>
      ) : (
        <Badge tone={tones[attempt.outcome]}>{t(`outcomes.${attempt.outcome}`)}</Badge>
      )}
      {attempt.note === '' ? null : <p className={css.attemptNote}>{attempt.note}</p>}
    </article>
  );
};
