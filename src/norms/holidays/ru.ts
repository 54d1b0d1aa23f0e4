import type { HolidayYear } from './holidays.ts';

/**
 * Non-working days of Russia: the holidays of the Labour Code (article 112) with the days off that
 * the Government's decree of the year moves. The day before a holiday is an hour shorter (article
 * 95); a Saturday made working takes the hours of the day that its day off went to.
 */
export const ruHolidays: readonly HolidayYear[] = [
  {
    year: 2025,
    source: 'Постановление Правительства РФ от 04.10.2024 № 1335',
    daysOff:
      '01-01 01-02 01-03 01-04 01-05 01-06 01-07 01-08 02-23 03-08 05-01 05-02 05-08 05-09 ' +
      '06-12 06-13 11-03 11-04 12-31',
    shortDays: '03-07 04-30 06-11 11-01',
    workingDays: [{ on: '11-01', likeOn: '11-03' }],
  },
  {
    year: 2026,
    source: 'Постановление Правительства РФ от 24.09.2025 № 1466',
    daysOff:
      '01-01 01-02 01-03 01-04 01-05 01-06 01-07 01-08 01-09 02-23 03-08 03-09 05-01 05-09 ' +
      '05-11 06-12 11-04 12-31',
    shortDays: '04-30 05-08 06-11 11-03',
    workingDays: [],
  },
];

/**
 * The holidays that article 112 fixes for every year, and the working days before them, an hour
 * shorter by article 95. What a weekend takes away is moved by the year's decree.
 */
export const ruFixedHolidays = {
  daysOff: '01-01 01-02 01-03 01-04 01-05 01-06 01-07 01-08 02-23 03-08 05-01 05-09 06-12 11-04',
  eves: '02-22 03-07 04-30 05-08 06-11 11-03 12-31',
};
