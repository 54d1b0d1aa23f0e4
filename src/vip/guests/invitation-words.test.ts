import { expect, test } from 'vitest';
import { invitationWords } from './invitation-words.ts';

const told = { name: '', event: 'Ужин', on: '2026-03-20', at: '', place: '', operator: 'Связь' };

test('our words leave out what is not known, and an operator’s own stay as they are', () => {
  expect(invitationWords('ru', '', told)).toContain('Ужин, 20.03.2026.');
  const own = 'Ждём вас, {{name}}, {{on}}, . {{toString}}';
  expect(invitationWords('ru', own, told)).toBe('Ждём вас, , 20.03.2026, . {{toString}}');
});
