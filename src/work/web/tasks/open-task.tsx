import { ListTodo } from 'lucide-react';
import { useLookup } from '../../../ui/slot.tsx';
import { EmptyState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { taskKinds } from '../slots.ts';
import { taskIn } from './task-path.ts';

type Props = { task: string; backTo: string };

/** The task in hand, as its domain shows it. */
export const OpenTask = ({ task, backTo }: Props) => {
  const t = useTexts('work');
  const { kind, id } = taskIn(task);
  const Main = useLookup(taskKinds)[kind]?.Main;
  if (!Main) return <EmptyState icon={ListTodo} title={t('tasks.unknown')} text="" />;
  return <Main key={task} id={id} backTo={backTo} />;
};

/** Whom it is for. */
export const TaskCard = ({ task }: { task: string }) => {
  const { kind, id } = taskIn(task);
  const Card = useLookup(taskKinds)[kind]?.Card;
  return Card ? <Card key={task} id={id} /> : null;
};
