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
/** The server says a word every 15 seconds; two of them missed, and the line is dead. */
const silenceMs = 35_000;
/** A stream that does not open for so long is tried again. */
const openingMs = 10_000;
const listenEveryMs = 5_000;

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

const onLost = (): void => {
  lossTimer ??= setTimeout(() => setLost(true), patienceMs);
};

type Watch = {
  /** Events may have been missed: there was no cursor to resume from. */
  onGap: () => void;
  /** The stream is back, and has told what was missed; what was asked meanwhile may have failed. */
  onBack: () => void;
};

/** One stream from the cursor on; `onHeard` comes with every word of it. */
const streamFrom = (
  cursor: string | undefined,
  on: { heard: (cursor?: string) => void; open: () => void; error: () => void },
): EventSource => {
  const stream = new EventSource(cursor === undefined ? '/api/live' : `/api/live?after=${cursor}`);
  stream.addEventListener('message', (message: MessageEvent<string>) => {
    on.heard();
    onMessage(message);
  });
  stream.addEventListener('alive', () => on.heard());
  stream.addEventListener('cursor', (message: MessageEvent<string>) => on.heard(message.data));
  stream.addEventListener('open', on.open);
  stream.addEventListener('error', on.error);
  return stream;
};

/**
 * Opens the stream for as long as somebody is signed in; the answer closes it. The browser resumes
 * a broken stream by itself from its cursor, but gives up for good when the server answers with an
 * error, as a proxy does while the server restarts, and may not notice for minutes that the network
 * is gone or another one. Then a new stream is opened from the last cursor heard of.
 */
export const startLive = ({ onGap, onBack }: Watch): (() => void) => {
  let stream: EventSource | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let isBroken = false;
  let isOffline = false;
  let cursor: string | undefined;
  let heardAtMs = Date.now();

  const heard = (at = cursor): void => {
    heardAtMs = Date.now();
    cursor = at;
  };
  const onOpen = (): void => {
    heard();
    onConnected();
    failures = 0;
    if (isBroken && cursor === undefined) onGap();
    if (isBroken) onBack();
    isBroken = false;
  };
  const onError = (): void => {
    isBroken = true;
    onLost();
    if (stream?.readyState !== EventSource.CLOSED || isOffline) return;
    clearTimeout(retry);
    retry = setTimeout(open, Math.min(longestPauseMs, 500 * 2 ** failures));
    failures += 1;
  };
  const open = (): void => {
    stream?.close();
    clearTimeout(retry);
    heard();
    stream = streamFrom(cursor, { heard, open: onOpen, error: onError });
  };
  const reopen = (): void => {
    isOffline = false;
    isBroken = true;
    open();
  };
  const letGo = (): void => {
    isOffline = true;
    clearTimeout(retry);
    stream?.close();
    onLost();
  };
  const listen = setInterval(() => {
    const isOpen = stream?.readyState === EventSource.OPEN;
    if (isOffline || Date.now() - heardAtMs < (isOpen ? silenceMs : openingMs)) return;
    onLost();
    reopen();
  }, listenEveryMs);

  onLost();
  open();
  globalThis.addEventListener('online', reopen);
  globalThis.addEventListener('offline', letGo);
  return () => {
    globalThis.removeEventListener('online', reopen);
    globalThis.removeEventListener('offline', letGo);
    clearInterval(listen);
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
