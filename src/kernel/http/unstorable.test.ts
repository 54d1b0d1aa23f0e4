import { expect, test } from 'vitest';
import { storable, unstorableIn } from './unstorable.ts';

const nest = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));

test.each<[Record<string, unknown>, string | null]>([
  [{ text: 'слово', emoji: '👨‍👩‍👧', list: [1, null, true] }, null],
  [{ text: 'a\0b' }, 'text'],
  [{ people: [{ name: 'x' }, { name: '\ud800' }] }, 'people.1.name'],
  [{ attributes: { 'a\0': 1 } }, 'attributes'],
  [{ state: nest(30) }, null],
  [{ query: '\udc00x' }, 'query'],
])('%j is wrong at %j', (input, place) => {
  expect(unstorableIn(input)).toBe(place);
});

test('a nest of a hundred thousand levels is refused, not walked into', () => {
  expect(unstorableIn({ state: nest(100_000) })).toMatch(/^state\.0\.0/);
});

test('the name of a file loses what cannot be kept', () => {
  expect(storable('скан\0 \ud800.pdf')).toBe('скан �.pdf');
});
