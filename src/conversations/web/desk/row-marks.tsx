import { ChevronsUp } from 'lucide-react';
import { formatInstant } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { useSecond } from '../../../ui/show/time.tsx';
import { LabelDot } from '../../../work/web/index.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { DeskRow } from '../api.ts';
import { aheadOf } from './ahead.ts';
import css from './desk.module.css';
import { TouchClock } from './touch-clock.tsx';

/** Whose word is awaited in a correspondence. */
const Turn = ({ row, isDue }: { row: DeskRow; isDue: boolean }) => {
  const t = useTexts('conversations');
  if (row.whoseTurn === 'ours') return <Badge tone="amber">{t('row.answerNow')}</Badge>;
  return isDue ? (
    <Badge tone="amber">{t('row.noAnswer')}</Badge>
  ) : (
    <Badge tone="gray">{t('row.awaited')}</Badge>
  );
};

/** What presses in a row: the running clock, the next try, or how it ended; often nothing does. */
export const RowMarks = ({ row }: { row: DeskRow }) => {
  const t = useTexts('conversations');
  const nowMs = useSecond();
  if (row.hasDraft) return <Badge tone="blue">{t('row.draft')}</Badge>;
  if (row.closedOutcome) {
    return <Badge tone="gray">{t(`closings.${row.closedOutcome}`)}</Badge>;
  }
  if (!row.touchedAt) return <TouchClock row={row} />;
  const at = row.nextTryAt ?? row.nextDueAt;
  const isDue = Date.parse(at) <= nowMs;
  if (row.state === 'snoozed') {
    return <Badge tone="gray">{t('row.until', { at: formatInstant(at) })}</Badge>;
  }
  if (row.isUntold) return <Badge tone="amber">{t('calls.tellOutcome')}</Badge>;
  if (row.isCalling) return <Badge tone="teal">{t('act.going')}</Badge>;
  if (row.nextTryAt === null && row.canReply) return <Turn row={row} isDue={isDue} />;
  if (row.nextTryAt === null) return null;
  if (isDue) return <Badge tone="amber">{t('row.callNow')}</Badge>;
  return <Badge tone="gray">{t('row.callAt', { at: formatInstant(at, 'time') })}</Badge>;
};

/** What it bears, as dots; the names are told in full where it is open. */
export const RowLabels = ({ row: { labels } }: { row: DeskRow }) =>
  labels.length === 0 ? null : (
    <span className={css.dots} title={labels.map(({ name }) => name).join(', ')}>
      {labels.map(({ id, color }) => (
        <LabelDot key={id} color={color} />
      ))}
      <span className="visually-hidden">{labels.map(({ name }) => name).join(', ')}</span>
    </span>
  );

/** It stands before others that are due at the same time; why is told on the sign. */
export const AheadSign = ({ row }: { row: DeskRow }) => {
  const t = useTexts('conversations');
  const ahead = row.touchedAt === null && row.state === 'open' ? aheadOf(t, row) : null;
  if (ahead === null) return null;
  return (
    <span className={css.ahead} role="img" title={ahead} aria-label={`${t('why.ahead')} ${ahead}`}>
      <ChevronsUp size={13} aria-hidden="true" />
    </span>
  );
};
