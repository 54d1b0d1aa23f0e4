import { dayOf, formatDay } from '../format.ts';
import type { Translate } from '../texts.ts';

export type DayGroup<Entry> = { on: string; entries: Entry[] };

/** Entries, newest first, under the calendar days on which they happened for the operator. */
export const byDay = <Entry extends { at: string }>(
  entries: readonly Entry[],
): DayGroup<Entry>[] => {
  const days: DayGroup<Entry>[] = [];
  for (const entry of entries) {
    const on = dayOf(entry.at);
    const last = days.at(-1);
    if (last?.on === on) last.entries.push(entry);
    else days.push({ on, entries: [entry] });
  }
  return days;
};

const dayMs = 86_400_000;

/** "Сегодня", "Вчера", else the day with its weekday; the year where it is not this one. */
export const dayTitle = (on: string, nowMs: number, t: Translate): string => {
  if (on === dayOf(nowMs)) return t('timeline.today');
  if (on === dayOf(nowMs - dayMs)) return t('timeline.yesterday');
  const isThisYear = on.slice(0, 4) === dayOf(nowMs).slice(0, 4);
  return formatDay(on, isThisYear ? 'weekday' : 'dateLong');
};
