import { PhoneIncoming, PhoneMissed, PhoneOutgoing } from 'lucide-react';
import { formatDuration, formatInstant } from '../../../ui/format.ts';
import { Badge, type Tone } from '../../../ui/show/badge.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Opened } from '../api.ts';
import { RecordingLine } from './recording-line.tsx';
import css from './feed.module.css';

type Call = Opened['calls'][number];

const tones: Record<NonNullable<Call['result']>, Tone> = {
  answered: 'green',
  missed: 'red',
  abandoned: 'red',
  no_answer: 'amber',
  busy: 'amber',
  failed: 'gray',
  unknown: 'gray',
};

/** How long was spoken, in words; empty where nobody spoke. */
export const useSpoken = (call: Call | undefined): string => {
  const t = useTexts('conversations');
  if (!call?.answeredAt || !call.endedAt) return '';
  const seconds = Math.round((Date.parse(call.endedAt) - Date.parse(call.answeredAt)) / 1000);
  return t('feed.spoken', { duration: formatDuration(seconds) });
};

/** A call as the exchange saw it, of which nobody of us has an outcome to tell. */
export const CallLine = ({ id, call }: { id: number; call: Call }) => {
  const t = useTexts('conversations');
  const spoken = useSpoken(call);
  const isOut = call.direction === 'out';
  const isMissed = call.result === 'missed' || call.result === 'abandoned';
  const Sign = isOut ? PhoneOutgoing : isMissed ? PhoneMissed : PhoneIncoming;
  return (
    <article className={css.attempt}>
      <Sign size={14} aria-hidden="true" />
      <span>
        {t(isOut ? 'feed.callOut' : 'feed.callIn')}{' '}
        <span className="dim">
          {[formatInstant(call.beganAt, 'time'), call.staffName, spoken]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      {call.result === null ? (
        <Badge tone="teal">{t('feed.going')}</Badge>
      ) : (
        <Badge tone={tones[call.result]}>{t(`callResults.${call.result}`)}</Badge>
      )}
      <RecordingLine id={id} call={call} />
    </article>
  );
};
