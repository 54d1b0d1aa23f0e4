import { useParams } from 'react-router';
import { useLiveRefresh } from '../../../ui/live.ts';
import { PageHeader } from '../../../ui/show/page.tsx';
import { Panes } from '../../../ui/show/panes.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../plays/client.ts';
import { TaskDesk } from './task-desk.tsx';
import { TaskList } from './task-list.tsx';
import css from './tasks.module.css';

/** Whom to call because a play says so, the most urgent first; the one in hand beside them. */
export const Component = () => {
  const t = useTexts('retention');
  const { id } = useParams();
  useLiveRefresh(['retention.*'], ['/api/play-tasks']);
  const open = id === undefined ? null : Number(id);
  return (
    <Panes
      title={t('tasks.title')}
      isChosen={open !== null}
      list={<TaskList />}
      listLabel={t('tasks.title')}
      main={open === null ? null : <Opened id={open} />}
      mainLabel={t('tasks.why')}
    />
  );
};

const Opened = ({ id }: { id: number }) => {
  const read = useRead('GET /api/play-tasks/{id}', { id });
  const { error, data } = read;
  return (
    <>
      <PageHeader title={data?.play ?? ''} backTo="/retention/tasks" />
      <div className={`${css.room} scroll`}>
        {error && !data ? (
          <ErrorState failure={error} onRetry={() => void read.refetch()} />
        ) : (
          <TaskDesk key={id} id={id} />
        )}
      </div>
    </>
  );
};
