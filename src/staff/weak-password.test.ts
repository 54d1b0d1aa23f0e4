import { expect, test } from 'vitest';
import { isWeakPassword } from './weak-password.ts';

const anna = { email: 'anna.belova@example.test', name: 'Анна Белова' };

test.each([
  ['short1!', true],
  ['aaaaaaaaaaaaaaaa', true],
  ['1212121212121', true],
  ['anna.belova', true],
  ['Белова2026', true],
  ['Белова-у-самого-моря', false],
  ['лодка-и-весло-7', false],
  ['correct horse', false],
])('%s is weak: %s', (password, isWeak) => {
  expect(isWeakPassword(password, anna)).toBe(isWeak);
});
