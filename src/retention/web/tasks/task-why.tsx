import { Link } from 'react-router';
import { formatInstant } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { Clock } from '../../../ui/show/clock.tsx';
import { useTexts } from '../../../ui/texts.ts';
import css from '../cases/desk.module.css';
import type { Task } from '../plays/client.ts';
import { TaskCall } from './task-call.tsx';
import { usePlayWords } from '../plays/use-play-words.ts';

/** Whom, why, by when, and who calls. */
export const TaskWhy = ({ task }: { task: Task }) => {
  const t = useTexts('retention');
  const { why } = usePlayWords();
  const { subscriber, owner, state, dueAt, signalledAt } = task;
  return (
    <section className={css.part} aria-label={t('tasks.why')}>
      <div className={css.line}>
        <Link to={`/subscribers/${subscriber.id}`}>{subscriber.name}</Link>
        {state === 'open' ? <Clock dueAt={dueAt} /> : null}
        {task.tries > 0 ? <Badge>{t('tasks.tries', { count: task.tries })}</Badge> : null}
        {owner ? <Badge tone="teal">{owner.name}</Badge> : null}
      </div>
      <p>
        {why(task)} <span className="dim">{formatInstant(signalledAt)}</span>
      </p>
      {state === 'open' ? <TaskCall task={task} /> : null}
    </section>
  );
};
