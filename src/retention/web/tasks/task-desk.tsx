import { useTexts } from '../../../ui/texts.ts';
import css from '../cases/desk.module.css';
import { type Task, useRead } from '../plays/client.ts';
import { TaskDone } from './task-done.tsx';
import { TaskOutcome } from './task-outcome.tsx';
import { TaskWhy } from './task-why.tsx';

/** Why we call, what to say and to offer, and what came of it. */
export const TaskDesk = ({ id }: { id: number }) => {
  const { data: task } = useRead('GET /api/play-tasks/{id}', { id });
  if (!task) return null;
  return (
    <div className={css.desk}>
      <TaskWhy task={task} />
      <TaskSay task={task} />
      {task.state === 'open' ? (
        <TaskOutcome key={task.version} task={task} />
      ) : (
        <TaskDone task={task} />
      )}
    </div>
  );
};

const TaskSay = ({ task: { words, offer } }: { task: Task }) => {
  const t = useTexts('retention');
  if (words === '' && offer === null) return null;
  return (
    <section className={css.part} aria-label={t('tasks.say')}>
      <h2>{t('tasks.say')}</h2>
      {words === '' ? null : <blockquote className={css.said}>{words}</blockquote>}
      {offer ? (
        <div className={css.offer}>
          <b>{offer.name}</b>
          {offer.words === '' ? null : <p className={css.said}>{offer.words}</p>}
        </div>
      ) : null}
    </section>
  );
};
