import { useCallback } from 'react';
import { useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import { isShown, type Shown } from './queues.ts';

/** What the list shows: a queue, of it perhaps only what bears a label. */
export type Looked = { queue: Shown; labelId: number | null };

/** Where a conversation is opened, with the list beside it that one looks at. */
export const deskPath = (id: number | null, { queue, labelId }: Looked): string =>
  `/conversations${id === null ? '' : `/${id}`}?queue=${queue}${
    labelId === null ? '' : `&label=${labelId}`
  }`;

const tasksPath = '/conversations/tasks/';

const lookedIn = (pathname: string, params: URLSearchParams): Looked => {
  const asked = pathname.startsWith(tasksPath) ? 'tasks' : params.get('queue');
  const label = Number(params.get('label') ?? 0);
  return {
    queue: isShown(asked) ? asked : 'mine',
    labelId: Number.isSafeInteger(label) && label > 0 ? label : null,
  };
};

/**
 * What the address says at this moment. It is ahead of the screen while that is being drawn, so a
 * key pressed twice in a row goes two steps.
 */
export const deskNow = (): Looked & { openId: number | null } => {
  const { pathname, search } = globalThis.location;
  const [, id] = /^\/conversations\/(\d+)/.exec(pathname) ?? [];
  return {
    ...lookedIn(pathname, new URLSearchParams(search)),
    openId: id === undefined ? null : Number(id),
  };
};

/** Which queue is shown and which conversation or task is open: the address holds both. */
export const useDesk = () => {
  const [params] = useSearchParams();
  const { pathname } = useLocation();
  const { id, task = null } = useParams();
  const navigate = useNavigate();
  const { queue, labelId } = lookedIn(pathname, params);
  const openId = id === undefined ? null : Number(id);
  const open = useCallback(
    (next: number | null) => navigate(deskPath(next, { queue, labelId })),
    [navigate, queue, labelId],
  );
  const look = useCallback(
    (next: Partial<Looked>) => {
      const now = deskNow();
      return navigate(deskPath(now.openId, { ...now, ...next }));
    },
    [navigate],
  );
  return { queue, labelId, openId, task, open, look };
};
