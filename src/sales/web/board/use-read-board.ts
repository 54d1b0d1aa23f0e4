import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from '../client.ts';
import type { Board } from './board-state.ts';

export type Asked = { pipelineId?: number; isMine: boolean; isLate: boolean };

/**
 * The board that is asked for, read once.
 * @returns `change` makes another of it; `now` is it, and whether it is still shown when an answer
 *   to what was asked of it comes
 */
export const useReadBoard = ({ pipelineId, isMine, isLate }: Asked) => {
  const [board, setBoard] = useState<Board | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const shown = useRef<Board | null>(null);
  const reading = useRef({});
  const load = useCallback(async (): Promise<void> => {
    const input = { isMine, isLate, ...(pipelineId === undefined ? {} : { pipelineId }) };
    reading.current = input;
    await call('GET /api/deal-board', input).then(
      (read) => {
        if (reading.current !== input) return;
        shown.current = read;
        setBoard(read);
        setFailure(null);
      },
      (problem: unknown) => {
        if (reading.current === input) setFailure(problem);
      },
    );
  }, [pipelineId, isMine, isLate]);
  useEffect(() => void load(), [load]);
  const change = useCallback((by: (before: Board) => Board): void => {
    shown.current = shown.current && by(shown.current);
    setBoard(shown.current);
  }, []);
  const now = useCallback(() => {
    const read = reading.current;
    return { before: shown.current, isShown: () => reading.current === read };
  }, []);
  return { board, failure, load, change, now };
};
