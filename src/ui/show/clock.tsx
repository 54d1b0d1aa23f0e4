import { Pause, Timer } from 'lucide-react';
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
};

const clockTone = (leftSeconds: number, warnSeconds: number): Tone => {
  if (leftSeconds < 0) return 'red';
  return leftSeconds <= warnSeconds ? 'amber' : 'gray';
};

/** Counts the seconds of a norm down, amber when it is close and red when it is broken. */
export const Clock = ({ dueAt, warnSeconds = 20, stoppedAt, isPaused = false }: Props) => {
  const t = useTexts();
  const nowMs = useSecond();
  const atMs = stoppedAt ? Date.parse(stoppedAt) : nowMs;
  const leftSeconds = Math.ceil((Date.parse(dueAt) - atMs) / 1000);
  const tone = isPaused ? 'gray' : clockTone(leftSeconds, warnSeconds);
  const Icon = isPaused ? Pause : Timer;
  return (
    <span
      className={css.clock}
      style={toneStyle(tone)}
      role="timer"
      title={t('clock.due', { at: formatInstant(dueAt) })}
    >
      <Icon size={12} aria-hidden="true" />
      {formatCount(leftSeconds)}
    </span>
  );
};
