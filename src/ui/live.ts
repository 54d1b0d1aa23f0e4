import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { createRepeats, isOfType } from './repeats.ts';

/** One committed event as the server's live stream sends it; `facts` hold no personal values. */
export type LiveEvent = {
  eventId: string | number;
  type: string;
  subjectKind?: string;
  subjectId?: number;
  subscriberId?: number | null;
  facts?: Record<string, unknown>;
};

type Hearer = (event: LiveEvent) => void;

const hearers = new Set<Hearer>();
const watchers = new Set<() => void>();
const isNew = createRepeats();

let stream: EventSource | undefined;
let cursor = '';
let isConnected = false;
let failures = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let lastSignAt = 0;

const longestPauseMs = 30_000;
/** The server pings every 15 s; three missed pings mean a connection that only looks alive. */
const silenceMs = 45_000;
let hasPings = false;

const tell = (): void => watchers.forEach((watch) => watch());

const onEvent = (message: MessageEvent<string>): void => {
  lastSignAt = Date.now();
  if (message.lastEventId) cursor = message.lastEventId;
  const event = JSON.parse(message.data) as LiveEvent;
  if (isNew(event.eventId)) hearers.forEach((hear) => hear(event));
};

const onOpen = (): void => {
  isConnected = true;
  failures = 0;
  lastSignAt = Date.now();
  tell();
};

const reopen = (): void => {
  stream?.close();
  clearTimeout(timer);
  timer = setTimeout(open, Math.min(longestPauseMs, 500 * 2 ** failures));
  failures += 1;
};

// The browser resumes a broken stream by itself with Last-Event-ID, but gives up for good when the
// server answers with an error, as it does while it restarts: then a new stream asks from the cursor.
const onError = (): void => {
  if (isConnected) {
    isConnected = false;
    tell();
  }
  if (stream?.readyState === EventSource.CLOSED) reopen();
};

const open = (): void => {
  stream = new EventSource(cursor ? `/api/live?after=${encodeURIComponent(cursor)}` : '/api/live');
  stream.addEventListener('message', onEvent);
  stream.addEventListener('open', onOpen);
  stream.addEventListener('error', onError);
  stream.addEventListener('ping', () => {
    hasPings = true;
    lastSignAt = Date.now();
  });
};

const watchSilence = (): void => {
  if (!hasPings || !isConnected || Date.now() - lastSignAt < silenceMs) return;
  isConnected = false;
  tell();
  reopen();
};

/** Opens the stream for as long as somebody is signed in; the answer closes it. */
export const startLive = (): (() => void) => {
  open();
  const silence = setInterval(watchSilence, 5_000);
  return () => {
    clearInterval(silence);
    clearTimeout(timer);
    stream?.close();
    stream = undefined;
    isConnected = false;
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

const watch = (onChange: () => void): (() => void) => {
  watchers.add(onChange);
  return () => void watchers.delete(onChange);
};

export const useIsConnected = (): boolean => useSyncExternalStore(watch, () => isConnected);
