import { weekdays, type WeekHours } from '../../work-calendar.ts';
import type { CalendarDraft } from '../client.ts';

const office = [{ from: '09:00', to: '18:00' }];

/** The week that most offices have; where to begin from, and what a closed week turns into. */
export const officeWeek = (): Record<keyof WeekHours, { from: string; to: string }[]> =>
  Object.fromEntries(
    weekdays.map((day) => [day, day === 'sat' || day === 'sun' ? [] : office]),
  ) as unknown as Record<keyof WeekHours, { from: string; to: string }[]>;

/** A calendar that is about to be made. */
export const newDraft = (zone: string): CalendarDraft => ({
  name: '',
  zone,
  hours: officeWeek(),
  holidays: null,
  exceptions: [],
});
