import type { Visit, Visits } from '../client.ts';

type DayHours = Visits['hours'][number];

/** Hours as a row of a week: the same from and to in one district. */
export type HoursRow = Pick<DayHours, 'district' | 'fromMinute' | 'toMinute'> & { key: string };

const keyOf = ({ district, fromMinute, toMinute }: Omit<HoursRow, 'key'>): string =>
  [district, fromMinute, toMinute].join(' ');

/** The rows that hours stand in, by district, then from the morning on. */
export const rowsOf = (hours: readonly DayHours[]): HoursRow[] => {
  const rows = new Map(
    hours.map(({ district, fromMinute, toMinute }) => {
      const key = keyOf({ district, fromMinute, toMinute });
      return [key, { key, district, fromMinute, toMinute }];
    }),
  );
  return [...rows.values()].toSorted(
    (one, other) =>
      one.district.localeCompare(other.district) ||
      one.fromMinute - other.fromMinute ||
      one.toMinute - other.toMinute,
  );
};

/**
 * What a row holds on a day: whom one visits, how many seats are taken and of how many; none are
 * named where the hours went out of use. Null where the row has no hours on that day.
 */
export const cellOf = (
  { hours, visits }: { hours: readonly DayHours[]; visits: readonly Visit[] },
  { key }: HoursRow,
  on: string,
): { taken: number; seats: number | null; visits: Visit[] } | null => {
  const here = hours.filter((one) => one.on === on && keyOf(one) === key);
  // Seats of hours in use are counted with those of hours that they came in the place of.
  const shown = here.find(({ seats }) => seats !== null) ?? here[0];
  if (!shown) return null;
  const ids = new Set(here.map(({ slotId }) => slotId));
  return {
    taken: shown.taken,
    seats: shown.seats,
    visits: visits.filter((visit) => visit.on === on && ids.has(visit.slotId)),
  };
};
