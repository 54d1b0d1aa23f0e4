import { useSyncExternalStore } from 'react';
import { formatDay, formatInstant, formatRelative } from '../format.ts';
import { serverNow } from '../now.ts';
import { useTexts } from '../texts.ts';

/** One timer for every moving time on the page, and none when there is nothing to move. */
const makeTicker = (everyMs: number) => {
  const watchers = new Set<() => void>();
  let timer: ReturnType<typeof setInterval> | undefined;
  let nowMs = serverNow();
  const tick = (): void => {
    nowMs = serverNow();
    for (const watcher of watchers) watcher();
  };
  const subscribe = (watch: () => void): (() => void) => {
    watchers.add(watch);
    timer ??= setInterval(tick, everyMs);
    return () => {
      watchers.delete(watch);
      if (watchers.size > 0) return;
      clearInterval(timer);
      timer = undefined;
    };
  };
  const read = (): number => {
    if (timer === undefined) nowMs = Math.floor(serverNow() / everyMs) * everyMs;
    return nowMs;
  };
  return () => useSyncExternalStore(subscribe, read);
};

/** The server's time in milliseconds, moving every second or every half minute. */
export const useSecond = makeTicker(1_000);
const useHalfMinute = makeTicker(30_000);

/** An instant as date and time in the operator's time zone. */
export const Instant = ({ at }: { at: string }) => (
  <time className="tabular" dateTime={at}>
    {formatInstant(at)}
  </time>
);

/** A calendar day, YYYY-MM-DD. */
export const Day = ({ on }: { on: string }) => (
  <time className="tabular" dateTime={on}>
    {formatDay(on)}
  </time>
);

/** "5 мин назад", with the exact time on hover. */
export const Ago = ({ at }: { at: string }) => {
  useTexts();
  return (
    <time className="tabular" dateTime={at} title={formatInstant(at)}>
      {formatRelative(at, useHalfMinute())}
    </time>
  );
};
