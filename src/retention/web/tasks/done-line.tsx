import { formatInstant } from '../../../ui/format.ts';
import { Action } from '../../../ui/show/action.tsx';
import { useTexts } from '../../../ui/texts.ts';
import css from '../cases/desk.module.css';

type Props = {
  /** What came of it. */
  words: string;
  task: { note: string; doneAt: string | null };
  /** Whether it may be taken back here. */
  isUndone: boolean;
  isPending: boolean;
  onUndo: () => void;
};

/** What came of a task, and the way to take it back. */
export const DoneLine = ({ words, task, isUndone, isPending, onUndo }: Props) => {
  const t = useTexts('retention');
  const { note, doneAt } = task;
  return (
    <section className={css.part} aria-label={t('tasks.outcome')}>
      <p>
        {words} {doneAt ? <span className="dim">{formatInstant(doneAt)}</span> : null}
      </p>
      {note === '' ? null : <blockquote className={css.said}>{note}</blockquote>}
      {isUndone ? (
        <div className={css.line}>
          <Action size="xs" variant="subtle" loading={isPending} onClick={onUndo}>
            {t('tasks.reopen')}
          </Action>
        </div>
      ) : null}
    </section>
  );
};
