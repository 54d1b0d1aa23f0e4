import { caller } from '../../ui/call.ts';
import { hooks } from '../../ui/query.ts';
import type { api } from '../../staff/api.ts';
import { useColleagues } from '../../staff/web/index.tsx';

const { useRead } = hooks(caller<typeof api>());

type Choice = { value: string; label: string };

/** People and teams that a subscriber may belong to, as a Select takes them. */
export const useOwners = (): { staff: Choice[]; teams: Choice[] } => {
  const people = useColleagues();
  const { data } = useRead('GET /api/teams', {});
  const choice = ({ id, name }: { id: number; name: string }): Choice => ({
    value: String(id),
    label: name,
  });
  return {
    staff: people.map(choice),
    teams: (data?.teams ?? []).filter((team) => !team.isArchived).map(choice),
  };
};
