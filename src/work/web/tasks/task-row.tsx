import { ListTodo } from 'lucide-react';
import type { OutputOf } from '../../../ui/call.ts';
import { formatNo } from '../../../ui/format.ts';
import { Avatar } from '../../../ui/show/avatar.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { Clock } from '../../../ui/show/clock.tsx';
import { ListItem } from '../../../ui/show/list-item.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { api } from '../../api.ts';
import { taskPath } from './task-path.ts';

type Task = OutputOf<typeof api, 'GET /api/tasks'>['tasks'][number];

const sign = <ListTodo size={11} />;

/** A task in the list: whom, what, why, and how much time is left. */
export const TaskRow = ({ task }: { task: Task }) => {
  const t = useTexts('work');
  const name = task.name || formatNo(task.subscriberId);
  const tried = task.tries > 0 ? t('tasks.tries', { count: task.tries }) : '';
  return (
    <ListItem
      to={taskPath(task)}
      picture={<Avatar name={name} mark={sign} />}
      title={name}
      signs={task.isMine ? <Badge tone="teal">{t('tasks.mine')}</Badge> : null}
      text={[task.title, tried, task.words].filter(Boolean).join(' · ')}
      marks={<Clock dueAt={task.dueAt} />}
    />
  );
};
