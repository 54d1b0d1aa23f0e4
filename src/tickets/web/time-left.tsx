import { formatInstant, formatLeft } from '../../ui/format.ts';
import { serverNow } from '../../ui/now.ts';
import { Badge, type Tone } from '../../ui/show/badge.tsx';
import { Clock } from '../../ui/show/clock.tsx';

const HOUR_SECONDS = 3600;

const toneOf = (leftSeconds: number, warnSeconds: number): Tone => {
  if (leftSeconds < 0) return 'red';
  return leftSeconds <= warnSeconds ? 'amber' : 'gray';
};

/**
 * Time left of a norm: within an hour a clock that counts, farther off whole hours or days; amber
 * in the warning time, with a minus and red when it is over.
 */
export const TimeLeft = (props: { dueAt: string; warnSeconds?: number }) => {
  const { dueAt, warnSeconds = HOUR_SECONDS } = props;
  const leftSeconds = (Date.parse(dueAt) - serverNow()) / 1000;
  if (Math.abs(leftSeconds) < HOUR_SECONDS) {
    return <Clock dueAt={dueAt} warnSeconds={warnSeconds} />;
  }
  return (
    <Badge tone={toneOf(leftSeconds, warnSeconds)} title={formatInstant(dueAt)}>
      {formatLeft(leftSeconds)}
    </Badge>
  );
};
