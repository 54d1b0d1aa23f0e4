import { useRead } from '../plays/client.ts';
import { TaskRoom, WhomCard } from './room.tsx';
import { TaskDesk } from './task-desk.tsx';

type Props = { id: number; backTo: string };

const useTask = (id: number) => useRead('GET /api/play-tasks/{id}', { id });

/** A call of a play, in hand at the desk. */
export const PlayTask = ({ id, backTo }: Props) => {
  const read = useTask(id);
  return (
    <TaskRoom title={read.data?.play ?? ''} backTo={backTo} read={read}>
      <TaskDesk id={id} />
    </TaskRoom>
  );
};

export const PlayTaskCard = ({ id }: { id: number }) => <WhomCard read={useTask(id)} />;
