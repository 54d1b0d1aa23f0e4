import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { DeskRow } from '../api.ts';
import { readAhead } from '../read-ahead.ts';

/** After the open one was drawn, so that nothing of it waits for its neighbours. */
const pauseMs = 150;
const freshMs = 15_000;

/** Reads the conversations beside the open one ahead: they stand there when they are opened. */
export const usePreload = (rows: readonly DeskRow[], openId: number | null): void => {
  const queries = useQueryClient();
  const at = rows.findIndex(({ id }) => id === openId);
  const near = [rows[at + 1]?.id, at > 0 ? rows[at - 1]?.id : undefined].join(' ');
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const id of near.split(' ').map(Number)) {
        if (!id) continue;
        void readAhead(queries, id, freshMs);
      }
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [queries, near]);
};
