import { useCallback, useEffect, useRef, useState } from 'react';
import { useLive } from '../../../ui/live.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { call } from '../client.ts';
import { type Board, type Card, withMoved, withNews, withPage } from './board-state.ts';

export type Asked = { pipelineId?: number; isMine: boolean; isLate: boolean };

/** News within so short a time is asked about at once. */
const GATHER_MS = 250;
const MOST_ASKED = 500;

/**
 * A board as it is now: read once, column by column as one scrolls, and kept true by what happens
 * to its deals, so that ten thousand cards are never read anew.
 */
export const useBoard = (asked: Asked) => {
  const { pipelineId, isMine, isLate } = asked;
  const [board, setBoard] = useState<Board | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const shown = useRef<Board | null>(null);
  const reading = useRef(new Set<number>());
  const change = useCallback((by: (before: Board) => Board): void => {
    shown.current = shown.current && by(shown.current);
    setBoard(shown.current);
  }, []);

  const load = useCallback(async (): Promise<void> => {
    const input = { isMine, isLate, ...(pipelineId === undefined ? {} : { pipelineId }) };
    try {
      shown.current = await call('GET /api/deal-board', input);
      setBoard(shown.current);
      setFailure(null);
    } catch (problem) {
      setFailure(problem);
    }
  }, [pipelineId, isMine, isLate]);
  useEffect(() => void load(), [load]);

  const showMore = useCallback(
    (stageId: number): void => {
      const cursor = shown.current?.columns.find((one) => one.stageId === stageId)?.nextCursor;
      if (!cursor || reading.current.has(stageId)) return;
      reading.current.add(stageId);
      call('GET /api/deal-board/{stageId}', { stageId, cursor, isMine, isLate })
        .then((page) => change((before) => withPage(before, stageId, page)), notifyProblem)
        .finally(() => reading.current.delete(stageId));
    },
    [isMine, isLate, change],
  );

  const refresh = useCallback(
    async (ids: readonly number[]): Promise<void> => {
      const of = shown.current?.pipelineId;
      if (of === undefined) return;
      const input = { pipelineId: of, isMine, isLate, ids: [...ids] };
      const news = await call('POST /api/deal-board/cards', input);
      change((before) => withNews(before, ids, news));
    },
    [isMine, isLate, change],
  );

  useNews(load, refresh);
  const moveAtOnce = (card: Card, stageId: number): void =>
    change((before) => withMoved(before, card, stageId, new Date().toISOString()));
  return { board, failure, load, showMore, refresh, moveAtOnce };
};

/** Asks what became of deals that something happened to; of what cannot be named, all anew. */
const useNews = (
  load: () => Promise<void>,
  refresh: (ids: readonly number[]) => Promise<void>,
): void => {
  const heard = useRef(new Set<number>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef({ load, refresh });
  useEffect(() => {
    latest.current = { load, refresh };
  });
  useLive(['sales.*'], ({ subjectKind, subjectId }) => {
    if (subjectKind !== 'deal') return;
    heard.current.add(subjectId);
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      const ids = [...heard.current];
      heard.current.clear();
      const isAll = ids.includes(0) || ids.length > MOST_ASKED;
      (isAll ? latest.current.load() : latest.current.refresh(ids)).catch(notifyProblem);
    }, GATHER_MS);
  });
  useEffect(() => () => clearTimeout(timer.current), []);
};
