import { caller } from '../../ui/call.ts';
import { hooks } from '../../ui/query.ts';
import type { api } from '../../staff/api.ts';

const { useRead } = hooks(caller<typeof api>());

type Choice = { value: string; label: string };

/** People and teams that a subscriber may belong to, as a Select takes them. */
export const useColleagues = (): { staff: Choice[]; teams: Choice[] } => {
  const people = useRead('GET /api/staff', { limit: 200, isDisabled: false });
  const teams = useRead('GET /api/teams', {});
  const choice = ({ id, name }: { id: number; name: string }): Choice => ({
    value: String(id),
    label: name,
  });
  return {
    staff: (people.data?.staff ?? []).map(choice),
    teams: (teams.data?.teams ?? []).filter((team) => !team.isArchived).map(choice),
  };
};
