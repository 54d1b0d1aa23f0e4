import { Link } from 'react-router';
import { formatDay, formatNo } from '../../../../ui/format.ts';
import { Badge } from '../../../../ui/show/badge.tsx';
import { PickRow } from '../../../../ui/show/pick-list.tsx';
import { hasText, useTexts } from '../../../../ui/texts.ts';
import type { Recurrence } from '../../client.ts';
import css from '../rules/rules.module.css';
import { useNextWords, useScheduleWords } from './schedule-words.ts';

type Props = { recurrence: Recurrence; onOpen: (recurrence: Recurrence) => void };

/** A recurring ticket in its list: how often, when next, what came of it last. */
export const RecurrenceRow = ({ recurrence, onOpen }: Props) => {
  const t = useTexts('tickets');
  const wordsOf = useScheduleWords();
  const nextOf = useNextWords();
  const { name, lastDays, isArchived, isPaused } = recurrence;
  const [last] = lastDays;
  const why = last?.reason?.replace('tickets.', '') ?? '';
  return (
    <PickRow title={name} text={wordsOf(recurrence)} onPick={() => onOpen(recurrence)}>
      <span className={css.marks}>
        {last === undefined ? null : last.ticketId === null ? (
          <Badge tone="red" title={hasText(`tickets:errors.${why}`) ? t(`errors.${why}`) : why}>
            {t('recurring.failed', { day: formatDay(last.on) })}
          </Badge>
        ) : (
          <Link to={`/tickets/${last.ticketId}`}>{formatNo(last.ticketId)}</Link>
        )}
        {isArchived ? (
          <Badge>{t('categories.isArchived')}</Badge>
        ) : (
          <Badge tone={isPaused ? 'amber' : 'gray'}>{nextOf(recurrence)}</Badge>
        )}
      </span>
    </PickRow>
  );
};
