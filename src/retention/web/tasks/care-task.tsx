import { useRead } from '../plan/client.ts';
import { CareDesk } from './care-desk.tsx';
import { TaskRoom, WhomCard } from './room.tsx';

type Props = { id: number; backTo: string };

const useTask = (id: number) => useRead('GET /api/care-tasks/{id}', { id });

/** What a list of care asks to be done for somebody, in hand at the desk. */
export const CareTask = ({ id, backTo }: Props) => {
  const read = useTask(id);
  return (
    <TaskRoom title={read.data?.list ?? ''} backTo={backTo} read={read}>
      {read.data ? <CareDesk key={read.data.version} task={read.data} /> : null}
    </TaskRoom>
  );
};

export const CareTaskCard = ({ id }: { id: number }) => <WhomCard read={useTask(id)} />;
