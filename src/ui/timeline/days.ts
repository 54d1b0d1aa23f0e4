import { dayOf, formatDay } from '../format.ts';
import type { Translate } from '../texts.ts';

export type DayGroup<Event> = { on: string; events: Event[] };

/** Events, newest first, under the calendar days on which they happened for the operator. */
export const byDay = <Event extends { occurredAt: string }>(
  events: readonly Event[],
): DayGroup<Event>[] => {
  const days: DayGroup<Event>[] = [];
  for (const event of events) {
    const on = dayOf(event.occurredAt);
    const last = days.at(-1);
    if (last?.on === on) last.events.push(event);
    else days.push({ on, events: [event] });
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
