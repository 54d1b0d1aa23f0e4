import { Pause, Timer, TriangleAlert } from 'lucide-react';
import { formatCount, formatInstant } from '../format.ts';
import { useTexts } from '../texts.ts';
import { toneStyle, type Tone } from './badge.tsx';
import { useSecond } from './time.tsx';
import css from './clock.module.css';

type Props = {
  /** The moment by which the norm wants it done. */
  dueAt: string;
  /** From here on it is amber: seconds before the deadline, by default a third of a minute. */
  warnSeconds?: number;
  /** Done or standing still: the clock shows what was left at this moment and counts no more. */
  stoppedAt?: string | null;
  isPaused?: boolean;
  /** What is wrong already, in words: the clock is red and says so, however much is left. */
  alarm?: string;
};

const clockTone = (leftSeconds: number, warnSeconds: number): Tone => {
  if (leftSeconds < 0) return 'red';
  return leftSeconds <= warnSeconds ? 'amber' : 'gray';
};

const Sign = ({ isPaused, alarm }: Pick<Props, 'isPaused' | 'alarm'>) => {
  if (alarm !== undefined) return <TriangleAlert size={12} aria-label={alarm} />;
  return isPaused ? <Pause size={12} aria-hidden /> : <Timer size={12} aria-hidden />;
};

/** Counts the seconds of a norm down, amber when it is close and red when it is broken. */
export const Clock = ({ dueAt, warnSeconds = 20, stoppedAt, isPaused = false, alarm }: Props) => {
  const t = useTexts();
  const nowMs = useSecond();
  const atMs = stoppedAt ? Date.parse(stoppedAt) : nowMs;
  const leftSeconds = Math.ceil((Date.parse(dueAt) - atMs) / 1000);
  // What is over presses nobody, however late it was.
  const isOver = isPaused || Boolean(stoppedAt);
  const tone = isOver ? 'gray' : clockTone(alarm ? -1 : leftSeconds, warnSeconds);
  return (
    <span
      className={css.clock}
      style={toneStyle(tone)}
      role="timer"
      title={[alarm, t('clock.due', { at: formatInstant(dueAt) })].filter(Boolean).join('. ')}
    >
      <Sign isPaused={isPaused} {...(alarm ? { alarm } : {})} />
      {formatCount(leftSeconds)}
    </span>
  );
};
