import { Link } from 'react-router';
import { formatInstant, formatNo } from '../../../ui/format.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { Clock } from '../../../ui/show/clock.tsx';
import { useTexts } from '../../../ui/texts.ts';
import css from '../cases/desk.module.css';
import { type Task, taskPaths, useWrite } from '../plays/client.ts';
import { usePlayWords } from '../plays/use-play-words.ts';
import { CallLine } from './call-line.tsx';

/** Whom, why, by when, and who calls. */
export const TaskWhy = ({ task }: { task: Task }) => {
  const t = useTexts('retention');
  const { why } = usePlayWords();
  const take = useWrite('PUT /api/play-tasks/{id}/owner', taskPaths);
  const { id, version, subscriber, owner, state, dueAt, signalledAt } = task;
  const { phone, isCallTime, callsFrom, callsTo } = task;
  return (
    <section className={css.part} aria-label={t('tasks.why')}>
      <div className={css.line}>
        <Link to={`/subscribers/${subscriber.id}`}>
          {subscriber.name || formatNo(subscriber.id)}
        </Link>
        {state === 'open' ? <Clock dueAt={dueAt} /> : null}
        {task.tries > 0 ? <Badge>{t('tasks.tries', { count: task.tries })}</Badge> : null}
        {owner ? <Badge tone="teal">{owner.name}</Badge> : null}
      </div>
      <p>
        {why(task)} <span className="dim">{formatInstant(signalledAt)}</span>
      </p>
      {state === 'open' ? (
        <CallLine
          {...{ phone, isCallTime, callsFrom, callsTo }}
          isFree={owner === null}
          isPending={take.isPending}
          onTurn={() => {
            take.mutateAsync({ id, version, isMine: owner === null }).catch(notifyProblem);
          }}
        />
      ) : null}
    </section>
  );
};
