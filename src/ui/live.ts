import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { createRepeats, isOfType } from './repeats.ts';

/** One committed event as the server's live stream sends it; `facts` hold no personal values. */
export type LiveEvent = {
  eventId: number;
  type: string;
  subjectKind: string;
  subjectId: number;
  subscriberId: number | null;
  facts: Record<string, unknown>;
};

type Hearer = (event: LiveEvent) => void;

const hearers = new Set<Hearer>();
const lossWatchers = new Set<() => void>();
const isNew = createRepeats();

let isLost = false;
let lossTimer: ReturnType<typeof setTimeout> | undefined;

/** A broken stream mends itself in a moment, mostly; only a lasting loss is worth a word. */
const patienceMs = 5_000;

const setLost = (lost: boolean): void => {
  isLost = lost;
  for (const watcher of lossWatchers) watcher();
};

/** An event has come from the server, for the first time or again. */
export const hearEvent = (event: LiveEvent): void => {
  if (!isNew(event.eventId)) return;
  for (const hear of hearers) hear(event);
};

/** The screen is told everything that happens, or will be. */
export const noteConnected = (): void => {
  clearTimeout(lossTimer);
  lossTimer = undefined;
  if (isLost) setLost(false);
};

/** The screen is told nothing for the time being. */
export const noteLost = (): void => {
  lossTimer ??= setTimeout(() => setLost(true), patienceMs);
};

/** Hears events of the types (`tickets.opened`, `tickets.*`, `*`), each once. */
export const useLive = (types: readonly string[], handler: Hearer): void => {
  const latest = useRef({ types, handler });
  useEffect(() => {
    latest.current = { types, handler };
  });
  useEffect(() => {
    const hear: Hearer = (event) => {
      if (isOfType(event.type, latest.current.types)) latest.current.handler(event);
    };
    hearers.add(hear);
    return () => void hearers.delete(hear);
  }, []);
};

/**
 * Refreshes reads under the paths when events of the types arrive, at most every 300 ms.
 * @param isAbout which of these events matter to what is shown; all of them unless told
 */
export const useLiveRefresh = (
  types: readonly string[],
  paths: readonly string[],
  isAbout: (event: LiveEvent) => boolean = () => true,
): void => {
  const queries = useQueryClient();
  const pending = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(pending.current), []);
  useLive(types, (event) => {
    if (!isAbout(event)) return;
    pending.current ??= setTimeout(() => {
      pending.current = undefined;
      void queries.invalidateQueries({
        predicate: ({ queryKey: [route] }) =>
          paths.some((path) => String(route).split(' ')[1]?.startsWith(path)),
      });
    }, 300);
  });
};

const watchLoss = (onChange: () => void): (() => void) => {
  lossWatchers.add(onChange);
  return () => void lossWatchers.delete(onChange);
};

/** Whether the screen has been without live updates for five seconds or more. */
export const useIsConnectionLost = (): boolean => useSyncExternalStore(watchLoss, () => isLost);
