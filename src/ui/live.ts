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
const longestPauseMs = 30_000;

const setLost = (lost: boolean): void => {
  isLost = lost;
  for (const watcher of lossWatchers) watcher();
};

const onMessage = (message: MessageEvent<string>): void => {
  const event = JSON.parse(message.data) as LiveEvent;
  if (!isNew(event.eventId)) return;
  for (const hear of hearers) hear(event);
};

const onConnected = (): void => {
  clearTimeout(lossTimer);
  lossTimer = undefined;
  if (isLost) setLost(false);
};

const onBroken = (): void => {
  lossTimer ??= setTimeout(() => setLost(true), patienceMs);
};

/**
 * Opens the stream for as long as somebody is signed in; the answer closes it. The browser resumes
 * a broken stream by itself from its cursor, but gives up for good when the server answers with an
 * error, as a proxy does while the server restarts, and may not notice that the network changed.
 * Then a new stream is opened from the last cursor heard of; without one, `onGap` is told that
 * events may have been missed.
 */
export const startLive = (onGap: () => void): (() => void) => {
  let stream: EventSource | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let hasGap = false;
  let cursor: string | undefined;

  const open = (): void => {
    stream?.close();
    stream = new EventSource(cursor === undefined ? '/api/live' : `/api/live?after=${cursor}`);
    stream.addEventListener('message', onMessage);
    stream.addEventListener('cursor', (message: MessageEvent<string>) => {
      cursor = message.data;
    });
    stream.addEventListener('open', () => {
      onConnected();
      failures = 0;
      if (hasGap && cursor === undefined) onGap();
      hasGap = false;
    });
    stream.addEventListener('error', () => {
      onBroken();
      if (stream?.readyState !== EventSource.CLOSED) return;
      hasGap = true;
      clearTimeout(retry);
      retry = setTimeout(open, Math.min(longestPauseMs, 500 * 2 ** failures));
      failures += 1;
    });
  };
  const reopen = (): void => {
    hasGap = true;
    open();
  };

  onBroken();
  open();
  globalThis.addEventListener('online', reopen);
  return () => {
    globalThis.removeEventListener('online', reopen);
    clearTimeout(retry);
    stream?.close();
    onConnected();
  };
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

/** Refreshes reads under the paths when events of the types arrive, at most every 300 ms. */
export const useLiveRefresh = (types: readonly string[], paths: readonly string[]): void => {
  const queries = useQueryClient();
  const pending = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(pending.current), []);
  useLive(types, () => {
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
