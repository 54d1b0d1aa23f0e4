import { useNavigate } from 'react-router';
import { notifyDone, notifyProblem } from '../../../ui/notify.tsx';
import { Action } from '../../../ui/show/action.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { usePages, useWrite } from '../api.ts';
import { taskPath } from './task-path.ts';
import { taskListPaths } from './use-tasks.ts';

/** Takes the most urgent of nobody's tasks and opens it. */
export const NextTask = () => {
  const t = useTexts('work');
  const go = useNavigate();
  // The queue beside it: where nothing stands, nothing is taken.
  const queue = usePages('GET /api/tasks', {}).data;
  const isEmpty = queue?.pages.every(({ tasks }) => tasks.length === 0) ?? false;
  const { mutateAsync, isPending } = useWrite('POST /api/tasks/next', taskListPaths);
  const take = async (): Promise<void> => {
    const { task } = await mutateAsync({});
    if (task) await go(taskPath(task));
    else notifyDone(t('tasks.noneLeft'));
  };
  return (
    <Action
      size="xs"
      keys="KeyN"
      loading={isPending}
      disabled={isEmpty}
      onClick={() => void take().catch(notifyProblem)}
    >
      {t('tasks.next')}
    </Action>
  );
};
