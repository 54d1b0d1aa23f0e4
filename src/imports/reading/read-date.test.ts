import { describe, expect, it } from 'vitest';
import { dateOfSerial } from './excel-serial.ts';
import { dateOrderOf, readDate, readStoredDate } from './read-date.ts';

describe('readDate', () => {
  it.each([
    ['01.03.2024', '2024-03-01'],
    ['1.3.24', '2024-03-01'],
    ['31.12.68', '1968-12-31'],
    ['2024-03-01', '2024-03-01'],
    ['2024-03-01T10:20:30+07:00', '2024-03-01'],
    ['01.03.2024 10:20', '2024-03-01'],
    ['2024/3/1', '2024-03-01'],
    ['1 марта 2024 г.', '2024-03-01'],
    ['Mar 1, 2024', '2024-03-01'],
    ['01-Mar-2024', '2024-03-01'],
    ['29.02.2023', null],
    ['31.04.2024', null],
    ['13/13/2024', null],
    ['450.00', null],
    ['10.1.2.3', null],
    ['8-913-123', null],
    ['', null],
  ])('reads %s as %s', (text, date) => expect(readDate(text)).toBe(date));

  it('reads the American order where the column proves it', () => {
    expect(dateOrderOf(['03/01/2024', '12/31/2023'])).toBe('mdy');
    expect(dateOrderOf(['03/01/2024', '31/12/2023', '01/31/2023'])).toBe('dmy');
    expect(readDate('12/31/2023', 'mdy')).toBe('2023-12-31');
    expect(readDate('03.01.2024', 'mdy')).toBe('2024-01-03');
  });

  it.each([
    ['45352', '2024-03-01'],
    ['1709251200', '2024-03-01'],
    ['01.03.2024', '2024-03-01'],
    ['7', null],
  ])('reads the stored date %s as %s', (text, date) => expect(readStoredDate(text)).toBe(date));

  it.each([
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [61, false, '1900-03-01'],
    [45352.5, false, '2024-03-01T12:00:00'],
    [0, true, '1904-01-01'],
    [-1, false, null],
  ])('knows day %s of a spreadsheet (1904: %s)', (serial, is1904, date) =>
    expect(dateOfSerial(serial, is1904)).toBe(date),
  );
});
