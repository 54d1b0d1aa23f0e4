import { formatDuration, formatInstant } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { Clock } from '../../../ui/show/clock.tsx';
import { Money } from '../../../ui/show/money.tsx';
import { useSecond } from '../../../ui/show/time.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { topicIn } from '../topic.ts';
import css from './calls.module.css';
import type { MyCall } from './use-my-calls.ts';

/** How long it rings against the norm, or how long one speaks. */
export const Running = ({ call }: { call: MyCall }) => {
  const nowMs = useSecond();
  if (call.state === 'ringing' && call.touchDueAt !== null) {
    const warnSeconds = Math.max(1, Math.round(call.normSeconds / 3));
    return <Clock dueAt={call.touchDueAt} warnSeconds={warnSeconds} />;
  }
  const since = Date.parse(call.answeredAt ?? call.beganAt);
  const seconds = Math.max(0, Math.round((nowMs - since) / 1000));
  return <Badge tone="teal">{formatDuration(seconds)}</Badge>;
};

/** Where they live and how they stand, as far as the one who looks may see it. */
export const Standing = ({ call: { caller } }: { call: MyCall }) => {
  const t = useTexts('conversations');
  if (caller === null) return <p className={css.line}>{t('calls.unknown')}</p>;
  return (
    <>
      {caller.status === null || caller.status === 'active' ? null : (
        <p className={css.line}>
          <Badge tone="amber">{t(`subscribers:choices.status.${caller.status}`)}</Badge>
        </p>
      )}
      {caller.address === null ? null : <p className={css.line}>{caller.address}</p>}
      {caller.accounts.map(({ number, balanceMinor, currency }) => (
        <p key={number} className={css.line}>
          {t('calls.account', { number })}{' '}
          <Money amountMinor={balanceMinor} currency={currency} isBalance />
        </p>
      ))}
    </>
  );
};

/** What was between us lately. */
export const Lately = ({ call }: { call: MyCall }) => {
  const t = useTexts('conversations');
  if (call.contacts.length === 0) return null;
  return (
    <ul className={css.lately} aria-label={t('calls.lately')}>
      {call.contacts.map((one) => (
        <li key={one.id}>
          <span className="dim">{formatInstant(one.openedAt, 'date')}</span>
          <span className="cut">{topicIn(t, one.subject) || t(`channels.${one.channel}`)}</span>
          <Badge tone={one.state === 'closed' ? 'gray' : 'amber'}>
            {one.closedOutcome === null ? t('calls.open') : t(`closings.${one.closedOutcome}`)}
          </Badge>
        </li>
      ))}
    </ul>
  );
};
