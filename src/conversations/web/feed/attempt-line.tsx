import { PhoneIncoming, PhoneOutgoing } from 'lucide-react';
import { formatInstant } from '../../../ui/format.ts';
import { Badge, type Tone } from '../../../ui/show/badge.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Opened } from '../api.ts';
import { useSpoken } from './call-line.tsx';
import { RecordingLine } from './recording-line.tsx';
import css from './feed.module.css';

type Attempt = Opened['attempts'][number];
type Props = { attempt: Attempt; call: Opened['calls'][number] | undefined };
type InFeed = Props & { id: number };

const tones: Record<NonNullable<Attempt['outcome']>, Tone> = {
  reached: 'green',
  no_answer: 'amber',
  busy: 'amber',
  asked_later: 'blue',
  wrong_number: 'gray',
  refused: 'gray',
};

/** What came of it, if somebody told; a call may end with its conversation's passing on. */
const Came = ({ attempt: { outcome, endedAt }, call }: Props) => {
  const t = useTexts('conversations');
  if (outcome !== null) {
    const isIncoming = call?.direction === 'in';
    const words = isIncoming ? t(`incomingOutcomes.${outcome}`) : t(`outcomes.${outcome}`);
    return <Badge tone={tones[outcome]}>{words}</Badge>;
  }
  if (endedAt !== null) return <Badge tone="gray">{t('feed.untold')}</Badge>;
  if (call && call.result !== null) return <Badge tone="amber">{t('calls.tellOutcome')}</Badge>;
  return <Badge tone="teal">{t('feed.going')}</Badge>;
};

/** One call: by whom, when, what came of it, and how we know that it was made. */
export const AttemptLine = ({ id, attempt, call }: InFeed) => {
  const t = useTexts('conversations');
  const spoken = useSpoken(call);
  const isIncoming = call?.direction === 'in';
  const Sign = isIncoming ? PhoneIncoming : PhoneOutgoing;
  return (
    <article className={css.attempt}>
      <Sign size={14} aria-hidden="true" />
      <span>
        {t(isIncoming ? 'feed.callTaken' : 'feed.call', { name: attempt.staff.name })}{' '}
        <span className="dim">
          {[
            formatInstant(attempt.startedAt, 'time'),
            spoken,
            t(`feed.evidence.${attempt.evidence}`),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <Came attempt={attempt} call={call} />
      <RecordingLine id={id} call={call} />
      {attempt.note === '' ? null : <p className={css.attemptNote}>{attempt.note}</p>}
    </article>
  );
};
