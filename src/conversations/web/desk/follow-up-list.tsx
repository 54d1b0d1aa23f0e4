import { ActionIcon } from '@mantine/core';
import { CalendarClock, Check } from 'lucide-react';
import { Link } from 'react-router';
import { formatInstant } from '../../../ui/format.ts';
import { notifyProblem, undoToast } from '../../../ui/notify.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useSecond } from '../../../ui/show/time.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { deskPaths, useRead, useWrite } from '../api.ts';
import css from './desk.module.css';

/** What I have promised to come back to, the earliest first; ticked off with a click. */
export const FollowUpList = () => {
  const t = useTexts('conversations');
  const nowMs = useSecond();
  const { data, error, refetch } = useRead('GET /api/follow-ups', { limit: 100 });
  const done = useWrite('POST /api/follow-ups/{id}/done', deskPaths);
  if (error && !data) return <ErrorState failure={error} onRetry={() => void refetch()} />;
  if (data?.rows.length === 0) {
    return (
      <EmptyState
        icon={CalendarClock}
        title={t('empty.followUps.title')}
        text={t('empty.followUps.text')}
      />
    );
  }
  const finish = (id: number): void => {
    done
      .mutateAsync({ id })
      .then(() =>
        undoToast({
          text: t('followUps.done'),
          undo: () => done.mutateAsync({ id, isDone: false }),
        }),
      )
      .catch(notifyProblem);
  };
  return (
    <ul className={css.followUps}>
      {data?.rows.map((one) => (
        <li key={one.id} className={css.followUp}>
          <ActionIcon
            variant="default"
            aria-label={t('followUps.finish', { text: one.text })}
            onClick={() => finish(one.id)}
          >
            <Check size={15} />
          </ActionIcon>
          <Link
            to={`/conversations/${one.conversationId}?queue=followUps`}
            className={css.followUpWords ?? ''}
          >
            <b className="cut">{one.who || t('unknown')}</b>
            <span>{one.text}</span>
          </Link>
          <Badge tone={Date.parse(one.dueAt) <= nowMs ? 'amber' : 'gray'}>
            {formatInstant(one.dueAt)}
          </Badge>
        </li>
      ))}
    </ul>
  );
};
