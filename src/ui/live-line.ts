import { hearEvent, noteConnected, noteLost, type LiveEvent } from './live.ts';
import { joinTabs } from './live-tabs.ts';

const longestPauseMs = 30_000;
/** The server says a word every 15 seconds; two of them missed, and the line is dead. */
const silenceMs = 35_000;
/** A stream that does not open for so long is tried again. */
const openingMs = 10_000;
const listenEveryMs = 5_000;
/** Tabs that could take over a stream do so one after the other, most of them never. */
const takeOverWithinMs = 1_500;

type Watch = {
  /** Events may have been missed: there was no cursor to resume from. */
  onGap: () => void;
  /** The stream is back, and has told what was missed; what was asked meanwhile may have failed. */
  onBack: () => void;
};

/** One stream from the cursor on; `on.alive` comes every 15 seconds, `on.heard` with the rest. */
const streamFrom = (
  cursor: string | undefined,
  on: Record<'open' | 'alive' | 'error', () => void> & { heard: (cursor?: string) => void },
): EventSource => {
  const stream = new EventSource(cursor === undefined ? '/api/live' : `/api/live?after=${cursor}`);
  stream.addEventListener('message', (message: MessageEvent<string>) => {
    on.heard();
    hearEvent(JSON.parse(message.data) as LiveEvent);
  });
  stream.addEventListener('alive', on.alive);
  stream.addEventListener('cursor', (message: MessageEvent<string>) => on.heard(message.data));
  stream.addEventListener('open', on.open);
  stream.addEventListener('error', on.error);
  return stream;
};

/**
 * The browser resumes a broken stream by itself from its cursor, but gives up for good when the
 * server answers with an error, as a proxy does while the server restarts, and may not notice for
 * minutes that the network is gone or another one. Then a new one is opened from the last cursor.
 */
const createLine = ({ onGap, onBack, onWord }: Watch & { onWord: () => void }) => {
  let stream: EventSource | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let isBroken = false;
  let cursor: string | undefined;
  let heardAtMs = Date.now();

  const heard = (at = cursor): void => {
    heardAtMs = Date.now();
    cursor = at;
  };
  const onAlive = (): void => {
    heard();
    onWord();
  };
  const onOpen = (): void => {
    onAlive();
    noteConnected();
    failures = 0;
    if (isBroken && cursor === undefined) onGap();
    if (isBroken) onBack();
    isBroken = false;
  };
  const onError = (): void => {
    isBroken = true;
    noteLost();
    if (stream?.readyState !== EventSource.CLOSED) return;
    clearTimeout(retry);
    retry = setTimeout(open, Math.min(longestPauseMs, 500 * 2 ** failures));
    failures += 1;
  };
  const close = (): void => {
    clearTimeout(retry);
    stream?.close();
    stream = undefined;
  };
  const open = (): void => {
    close();
    heardAtMs = Date.now();
    stream = streamFrom(cursor, { heard, open: onOpen, alive: onAlive, error: onError });
  };
  const isOpen = (): boolean => stream?.readyState === EventSource.OPEN;
  return {
    open,
    reopen: () => {
      isBroken = true;
      open();
    },
    close,
    isOpen,
    isSilent: () => Date.now() - heardAtMs >= (isOpen() ? silenceMs : openingMs),
  };
};

/** Calls on events of the window; the answer ends that. */
const onWindow = (hears: Record<string, (event: Event) => void>): (() => void) => {
  const all = Object.entries(hears);
  for (const [type, hear] of all) globalThis.addEventListener(type, hear);
  return () => {
    for (const [type, hear] of all) globalThis.removeEventListener(type, hear);
  };
};

/**
 * Keeps the screen told for as long as somebody is signed in; the answer ends it. A hidden tab does
 * without a stream while another has one, and makes up for it when it is seen again.
 */
export const startLive = (watch: Watch): (() => void) => {
  let isOffline = false;
  let isSpare = document.hidden;
  const line = createLine({ ...watch, onWord: () => tabs.say('have') });
  const take = (): void => {
    isSpare = false;
    line.reopen();
  };
  const doWithout = (): void => {
    isSpare = true;
    line.close();
    noteConnected();
  };
  const takeOver = (): void => {
    if (isSpare && !isOffline && !tabs.isServed(silenceMs)) take();
  };
  const tabs = joinTabs({
    onSpare: doWithout,
    onFree: () => setTimeout(takeOver, Math.random() * takeOverWithinMs),
    onAsked: () => line.isOpen() && tabs.say('have'),
  });
  const letGo = (): void => {
    if (!isSpare) tabs.say('free');
    doWithout();
  };
  const listen = setInterval(() => {
    if (isSpare) return takeOver();
    if (isOffline || !line.isSilent()) return;
    noteLost();
    line.reopen();
  }, listenEveryMs);
  const ignore = onWindow({
    online: () => {
      isOffline = false;
      if (!isSpare) take();
    },
    offline: () => {
      isOffline = true;
      line.close();
      if (!isSpare) noteLost();
    },
    // A page that is kept for the way back would keep its stream as well.
    pagehide: letGo,
    pageshow: (event) => (event as PageTransitionEvent).persisted && take(),
    visibilitychange: () => {
      if (isSpare && !document.hidden) take();
    },
  });
  if (isSpare) tabs.say('ask');
  else {
    noteLost();
    line.open();
  }
  return () => {
    ignore();
    clearInterval(listen);
    letGo();
    tabs.close();
  };
};
