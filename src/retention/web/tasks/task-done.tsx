import { formatInstant } from '../../../ui/format.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Action } from '../../../ui/show/action.tsx';
import { useTexts } from '../../../ui/texts.ts';
import css from '../cases/desk.module.css';
import { type Task, taskPaths, useWrite } from '../plays/client.ts';

const undone: readonly (string | null)[] = ['helped', 'declined', 'unreached'];

/** What came of it, and the way to take it back. */
export const TaskDone = ({ task }: { task: Task }) => {
  const t = useTexts('retention');
  const reopen = useWrite('POST /api/play-tasks/{id}/reopen', taskPaths);
  const { id, version, outcome, note, doneAt, state } = task;
  return (
    <section className={css.part} aria-label={t('tasks.outcome')}>
      <p>
        {outcome ? t(`tasks.outcomes.${outcome}`) : t('tasks.dropped')}{' '}
        {doneAt ? <span className="dim">{formatInstant(doneAt)}</span> : null}
      </p>
      {note === '' ? null : <blockquote className={css.said}>{note}</blockquote>}
      {state === 'done' && undone.includes(outcome) ? (
        <div className={css.line}>
          <Action
            size="xs"
            variant="subtle"
            loading={reopen.isPending}
            onClick={() => void reopen.mutateAsync({ id, version }).catch(notifyProblem)}
          >
            {t('tasks.reopen')}
          </Action>
        </div>
      ) : null}
    </section>
  );
};
