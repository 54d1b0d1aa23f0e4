import { useRef } from 'react';
import { notifyProblem } from '../../../ui/notify.tsx';
import { deskPaths, type Opened, useWrite } from '../api.ts';

/**
 * The first letter typed at what is nobody's takes it; whoever was first hears nothing of it.
 * @returns isTaking from that letter on until the screen knows whose it is
 */
export const useTakeOnTyping = ({ id, owner }: Opened) => {
  const { mutate, isError, isIdle } = useWrite('POST /api/conversations/{id}/take', deskPaths);
  const isAsked = useRef(false);
  const begin = (): void => {
    if (owner !== null || isAsked.current) return;
    isAsked.current = true;
    mutate({ id }, { onError: notifyProblem });
  };
  return { begin, isTaking: owner === null && !isIdle && !isError };
};
