import { expect, test } from 'vitest';
import { hashWord, isWordOf } from './hash-word.ts';

test.each([
  ['Берёза', 'береза', true],
  ['Красный  Трактор', 'красныйтрактор', true],
  ['Мой-пароль!', 'мой пароль', true],
  ['Берёза', 'берёзы', false],
  ['Берёза', '', false],
])('%s is told as %s: %s', (kept, told, isSame) => {
  expect(isWordOf(hashWord(kept), told)).toBe(isSame);
});

test('two who chose one word have different hashes, and neither holds the word', () => {
  const [a, b] = [hashWord('Берёза'), hashWord('Берёза')];
  expect(a).not.toBe(b);
  expect(a).not.toContain('берез');
});
