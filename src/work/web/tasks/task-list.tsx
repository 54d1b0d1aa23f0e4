import { ListTodo } from 'lucide-react';
import { useNavigate } from 'react-router';
import { formatInstant } from '../../../ui/format.ts';
import { useShortcut } from '../../../ui/shortcut.ts';
import { MoreButton } from '../../../ui/show/more-button.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { type Translate, useTexts } from '../../../ui/texts.ts';
import { useEvery } from '../../../ui/use-every.ts';
import { usePages } from '../api.ts';
import { taskPath } from './task-path.ts';
import { TaskRow } from './task-row.tsx';

type Props = {
  openTask: string | null;
  keys: { next: string; previous: string };
  empty: { title: string; text: string };
};

type Resting = { count: number; from: string };

/** Nothing may be done at this hour: what waits, and from when. */
const restingIn = (t: Translate, { count, from }: Resting) => ({
  title: t('tasks.resting', { count }),
  text: t('tasks.restingFrom', { from: formatInstant(from) }),
});

/** What rests till its hour comes up by itself, without an event. */
const AGAIN_MS = 60_000;

/** What is to be done for somebody, of mine and nobody's, the earliest due first; J and K walk. */
export const TaskList = ({ openTask, keys, empty }: Props) => {
  const t = useTexts('work');
  const go = useNavigate();
  const pages = usePages('GET /api/tasks', {});
  useEvery(AGAIN_MS, () => void pages.refetch());
  const tasks = pages.data?.pages.flatMap((page) => page.tasks) ?? [];
  const step = (by: number): void => {
    const at = tasks.findIndex(({ kind, id }) => `${kind}-${id}` === openTask);
    const next = tasks[at < 0 ? 0 : at + by];
    if (next) void go(taskPath(next));
  };
  useShortcut('KeyJ', () => step(1), { label: keys.next });
  useShortcut('KeyK', () => step(-1), { label: keys.previous });
  if (pages.error && tasks.length === 0) {
    return <ErrorState failure={pages.error} onRetry={() => void pages.refetch()} />;
  }
  if (pages.data && tasks.length === 0) {
    const resting = pages.data.pages[0]?.resting;
    return <EmptyState icon={ListTodo} {...(resting ? restingIn(t, resting) : empty)} />;
  }
  return (
    <>
      {tasks.map((task) => (
        <TaskRow key={`${task.kind} ${task.id}`} task={task} />
      ))}
      <MoreButton m="sm" pages={pages}>
        {t('tasks.more')}
      </MoreButton>
    </>
  );
};
