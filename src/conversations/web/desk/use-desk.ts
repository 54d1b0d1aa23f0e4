import { useCallback } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { isShown, type Shown } from './queues.ts';

/** Which queue is shown and which conversation is open: the address holds both. */
export const useDesk = () => {
  const [params] = useSearchParams();
  const { id } = useParams();
  const navigate = useNavigate();
  const asked = params.get('queue');
  const queue: Shown = isShown(asked) ? asked : 'mine';
  const openId = id === undefined ? null : Number(id);
  const open = useCallback(
    (next: number | null) =>
      navigate(`/conversations${next === null ? '' : `/${next}`}?queue=${queue}`),
    [navigate, queue],
  );
  const showQueue = useCallback(
    (next: Shown) => navigate(`/conversations${id === undefined ? '' : `/${id}`}?queue=${next}`),
    [navigate, id],
  );
  return { queue, openId, open, showQueue };
};
