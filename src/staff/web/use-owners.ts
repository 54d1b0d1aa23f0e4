import { useRead } from './api.ts';
import { useColleagues } from './use-colleagues.ts';

type Choice = { value: string; label: string };

/** People and teams that something may belong to, as a Select takes them. */
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
