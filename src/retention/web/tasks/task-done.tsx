import { notifyProblem } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Task, taskPaths, useWrite } from '../plays/client.ts';
import { DoneLine } from './done-line.tsx';

const undone: readonly (string | null)[] = ['helped', 'declined', 'unreached'];

/** What came of a call, and the way to take it back where nothing came of it elsewhere. */
export const TaskDone = ({ task }: { task: Task }) => {
  const t = useTexts('retention');
  const reopen = useWrite('POST /api/play-tasks/{id}/reopen', taskPaths);
  const { id, version, outcome, state } = task;
  return (
    <DoneLine
      words={t(outcome ? `tasks.outcomes.${outcome}` : 'tasks.dropped')}
      task={task}
      isUndone={state === 'done' && undone.includes(outcome)}
      isPending={reopen.isPending}
      onUndo={() => void reopen.mutateAsync({ id, version }).catch(notifyProblem)}
    />
  );
};
