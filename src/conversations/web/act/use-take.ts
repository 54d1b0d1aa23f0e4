import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { notifyProblem } from '../../../ui/notify.tsx';
import { deskPaths, useWrite } from '../api.ts';
import { readAhead } from '../read-ahead.ts';

/**
 * Takes what is nobody's and shows it among one's own, as it is now: a copy read before would say
 * for a moment that it is nobody's, and the next key would be lost.
 */
export const useTake = () => {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { mutateAsync, isPending } = useWrite('POST /api/conversations/{id}/take', deskPaths);
  const take = async (id: number): Promise<void> => {
    await mutateAsync({ id });
    await readAhead(queries, id, 0);
    await navigate(`/conversations/${id}?queue=mine`);
  };
  return { isPending, take: (id: number): void => void take(id).catch(notifyProblem) };
};
