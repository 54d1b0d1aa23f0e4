import { formatRelative, formatInstant } from '../../ui/format.ts';
import { serverNow } from '../../ui/now.ts';
import { Badge } from '../../ui/show/badge.tsx';
import { Clock } from '../../ui/show/clock.tsx';

const HOUR_SECONDS = 3600;
const DAY_MS = 24 * HOUR_SECONDS * 1000;

/**
 * Time left of a norm: within a day a clock, amber for the warning time; farther off in words. What
 * is over is red.
 */
export const TimeLeft = (props: { dueAt: string; warnSeconds?: number }) => {
  const { dueAt, warnSeconds = HOUR_SECONDS } = props;
  const leftMs = Date.parse(dueAt) - serverNow();
  if (Math.abs(leftMs) < DAY_MS) return <Clock dueAt={dueAt} warnSeconds={warnSeconds} />;
  return (
    <Badge tone={leftMs < 0 ? 'red' : 'gray'} title={formatInstant(dueAt)}>
      {formatRelative(dueAt, serverNow())}
    </Badge>
  );
};
