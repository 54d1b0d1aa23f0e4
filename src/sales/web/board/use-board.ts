import { useCallback, useEffect, useRef, useState } from 'react';
import { useLive } from '../../../ui/live.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { serverNow } from '../../../ui/now.ts';
import { call } from '../client.ts';
import { type Card, withMoved, withNews, withPage } from './board-state.ts';
import { cardTurns } from './card-turns.ts';
import { type Asked, useReadBoard } from './use-read-board.ts';

/** News within so short a time is asked about at once. */
const GATHER_MS = 250;
const MOST_ASKED = 500;

/**
 * A board as it is now: read once, column by column as one scrolls, and kept true by what happens
 * to its deals, so that ten thousand cards are never read anew.
 */
export const useBoard = (asked: Asked) => {
  const { isMine, isLate } = asked;
  const { board, failure, load, change, now } = useReadBoard(asked);
  const reading = useRef(new Set<string>());
  const [turns] = useState(cardTurns);
  const asks = useRef(0);

  const showMore = useCallback(
    (stageId: number): void => {
      const { before, isShown } = now();
      const cursor = before?.columns.find((one) => one.stageId === stageId)?.nextCursor;
      if (!cursor || reading.current.has(cursor)) return;
      reading.current.add(cursor);
      call('GET /api/deal-board/{stageId}', { stageId, cursor, isMine, isLate })
        .then((page) => {
          if (isShown()) change((shown) => withPage(shown, stageId, page));
        }, notifyProblem)
        .finally(() => reading.current.delete(cursor));
    },
    [isMine, isLate, change, now],
  );

  const refresh = useCallback(
    async (heard: readonly number[]): Promise<void> => {
      const { before, isShown } = now();
      const ids = heard.filter((id) => !turns.isMoving(id));
      if (!before || ids.length === 0) return;
      const isLatest = turns.ask(ids);
      const ask = (asks.current += 1);
      const input = { pipelineId: before.pipelineId, isMine, isLate, ids };
      const { deals, sums } = await call('POST /api/deal-board/cards', input);
      if (!isShown()) return;
      const those = deals.filter(({ id }) => isLatest(id));
      // Sums of an older answer would undo those of a newer one.
      change((shown) => {
        const news = { deals: those, sums: ask === asks.current ? sums : shown.sums };
        return withNews(shown, ids.filter(isLatest), news, serverNow());
      });
    },
    [isMine, isLate, change, now, turns],
  );

  useNews(load, refresh);
  /** Shows a card where it is being moved to; how that went is asked once nothing moves it. */
  const moveWhile = async (card: Card, stageId: number, work: () => Promise<unknown>) => {
    const at = new Date(serverNow()).toISOString();
    change((shown) => withMoved(shown, card, stageId, at));
    turns.begin(card.id);
    try {
      await work();
    } finally {
      turns.end(card.id);
      await refresh([card.id]);
    }
  };
  return { board, failure, load, showMore, moveWhile };
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
