import { ListTodo } from 'lucide-react';
import { useState } from 'react';
import { MoreButton } from '../../../ui/show/more-button.tsx';
import { Page } from '../../../ui/show/page.tsx';
import { PickList } from '../../../ui/show/pick-list.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useEvery } from '../../../ui/use-every.ts';
import { type CareTask, usePages } from '../plan/client.ts';
import { TaskDialog } from './task-dialog.tsx';
import { TaskRow } from './task-row.tsx';

const AGAIN_MS = 30_000;

/** For whom to do something today, and what; the one due earliest first. */
export const Component = () => {
  const t = useTexts('retention');
  const [told, setTold] = useState<CareTask | null>(null);
  const pages = usePages('GET /api/care-tasks', {});
  useEvery(AGAIN_MS, () => void pages.refetch());
  const tasks = pages.data?.pages.flatMap((page) => page.tasks) ?? [];
  return (
    <Page title={t('lists.tasks')} layout="narrow">
      {pages.error ? (
        <ErrorState failure={pages.error} onRetry={() => void pages.refetch()} />
      ) : null}
      {pages.data && tasks.length === 0 ? (
        <EmptyState
          icon={ListTodo}
          title={t('lists.tasksEmpty')}
          text={t('lists.tasksEmptyText')}
        />
      ) : null}
      {tasks.length === 0 ? null : (
        <PickList>
          {tasks.map((task) => (
            <TaskRow
              key={`${task.listId} ${task.subscriberId}`}
              task={task}
              onTell={() => setTold(task)}
            />
          ))}
        </PickList>
      )}
      <MoreButton pages={pages}>{t('lists.moreTasks')}</MoreButton>
      {told ? <TaskDialog task={told} onClose={() => setTold(null)} /> : null}
    </Page>
  );
};
