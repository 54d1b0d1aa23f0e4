import { expect, test } from 'vitest';
import { shiftTimes } from './shift-times.ts';

const moscow = 'Europe/Moscow';
const berlin = 'Europe/Berlin';
const tea = { from: '16:00', to: '16:15' };
const late = { from: '23:45', to: '00:15' };
const lunch = { from: '13:00', to: '13:30' };

test.each([
  ['a day', moscow, '2026-03-02 09:00 18:00', [lunch], [9, [[240, 30]]]],
  [
    'breaks in any order',
    moscow,
    '2026-03-02 09:00 18:00',
    [tea, lunch],
    [
      9,
      [
        [240, 30],
        [420, 15],
      ],
    ],
  ],
  [
    'a night',
    moscow,
    '2026-03-02 21:00 09:00',
    [{ from: '02:00', to: '02:45' }],
    [12, [[300, 45]]],
  ],
  ['a break over midnight', moscow, '2026-03-02 21:00 09:00', [late], [12, [[165, 30]]]],
  ['a whole day', moscow, '2026-03-02 09:00 09:00', [], [24, []]],
  ['a night that loses an hour', berlin, '2026-03-28 22:00 06:00', [], [7, []]],
  ['a night that gains an hour', berlin, '2026-10-24 22:00 06:00', [], [9, []]],
] as const)('%s', (_, zone, typed, breaks, [hours, expected]) => {
  const [day = '', from = '', to = ''] = typed.split(' ');
  const made = shiftTimes(zone, { day, from, to, breaks });
  if (!made.ok) throw new Error(made.failure.code);
  const { startsAt, endsAt } = made.value;
  expect((endsAt.getTime() - startsAt.getTime()) / 3_600_000).toBe(hours);
  expect(made.value.breaks.map((one) => [one.afterMinutes, one.minutes])).toEqual(expected);
});

test.each([
  ['before the start', [{ from: '08:00', to: '08:30' }]],
  ['past the end', [{ from: '17:45', to: '18:15' }]],
  ['in each other', [lunch, { from: '13:15', to: '13:45' }]],
  ['of no length', [{ from: '13:00', to: '13:00' }]],
])('a break %s is refused', (_, breaks) => {
  const made = shiftTimes(moscow, { day: '2026-03-02', from: '09:00', to: '18:00', breaks });
  expect(made).toMatchObject({ ok: false, failure: { code: 'staff.break_outside' } });
});
