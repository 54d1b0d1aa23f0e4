import { expect, test } from 'vitest';
import { normaliseLogin } from './normalise-login.ts';

test.each([
  ['ivanov_77', 'ivanov_77'],
  [' Ivanov@isp.ru ', 'ivanov@isp.ru'],
  ['00:11:22:33:44:55', '00:11:22:33:44:55'],
  ['абонент-5', 'абонент-5'],
])('%j has the key %s', (input, key) => {
  expect(normaliseLogin(input)).toEqual({ ok: true, login: input.trim(), key });
});

test.each([
  ['', 'empty'],
  ['  ', 'empty'],
  ['a'.repeat(129), 'too_long'],
  ['ivan ov', 'spaces_inside'],
  ['ivan\u0000ov', 'unprintable'],
  ['ivan\u200bov', 'unprintable'],
  ['ivаnov', 'mixed_alphabets'],
])('%j is refused: %s', (input, code) => {
  expect(normaliseLogin(input)).toEqual({ ok: false, code });
});
