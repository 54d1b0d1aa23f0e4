import { useCallback } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { isShown, type Shown } from './queues.ts';

/**
 * What the address says at this moment. It is ahead of the screen while that is being drawn, so a
 * key pressed twice in a row goes two steps.
 */
export const deskNow = (): { queue: Shown; openId: number | null } => {
  const { pathname, search } = globalThis.location;
  const asked = new URLSearchParams(search).get('queue');
  const [, id] = /^\/conversations\/(\d+)/.exec(pathname) ?? [];
  return { queue: isShown(asked) ? asked : 'mine', openId: id === undefined ? null : Number(id) };
};

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
