import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarText } from './calendar-text.ts';

const made = { madeAt: new Date('2026-03-01T10:00:00Z'), dayAfter: () => '2026-03-09' };

test('a day is written as calendars read it', () => {
  const day = {
    uid: 'p7-2026@bereg',
    on: '2026-03-08',
    title: 'Ромашка; Анна, директор',
    text: '',
  };
  expect(calendarText('VIP', [day], made).split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Bereg//vip//EN',
    'X-WR-CALNAME:VIP',
    'BEGIN:VEVENT',
    'UID:p7-2026@bereg',
    'DTSTAMP:20260301T100000Z',
    'DTSTART;VALUE=DATE:20260308',
    'DTEND;VALUE=DATE:20260309',
    'SUMMARY:Ромашка\\; Анна\\, директор',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]);
});

test('no line is longer than calendars bear, and put together again it says the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (title) => {
      const day = { uid: 'u', on: '2026-03-08', title, text: '' };
      const text = calendarText('VIP', [day], made);
      for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThan(76);
      const whole = text.replaceAll('\r\n ', '');
      const said = /\r\nSUMMARY:(.*)\r\nTRANSP/s.exec(whole)?.[1] ?? '';
      const plain = said.replace(/\\(n|[\\;,])/g, (_, sign: string) =>
        sign === 'n' ? '\n' : sign,
      );
      expect(plain).toBe(title.replaceAll('\r\n', '\n'));
    }),
  );
});
