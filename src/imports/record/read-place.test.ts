import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAddress } from '../../subscribers/index.ts';
import { readPlace } from './read-place.ts';
import type { RecordContext } from './reader.ts';

const read = (address: string, city = 'Томск') =>
  readPlace(new Map([['address', address]]), { city } as RecordContext);

const before = fc.constantFrom(
  'г. Томск, ул. Щорса, д. 14, ',
  'Щорса 14/2, ',
  'ул. Мира, 5, комн. 2, ',
  'пр-т Ленина, д. 3, кв. 7, ',
  'просто слова, ',
  'Щорса 14 под. 2 эт. 3 ',
  'СНТ Ромашка, уч. 5, ',
);

test('a house that is known is read as it would be anew, whatever its flat', () => {
  fc.assert(
    fc.property(
      before,
      fc.constantFrom('кв. ', 'кв.', 'кв', 'кв ', 'кв.  '),
      fc.integer({ min: 0, max: 20_000 }),
      fc.boolean(),
      (house, mark, flat, hasZero) => {
        const text = `${house}${mark}${hasZero ? '0' : ''}${flat}`;
        const parsed = parseAddress(text, 'Томск');
        const { address, addressText } = read(text);
        expect(address?.flat).toBe(parsed.ok ? (parsed.address.flat ?? '') : undefined);
        expect(address?.street).toBe(parsed.ok ? parsed.address.street : undefined);
        expect(addressText).toBe(parsed.ok ? undefined : text);
      },
    ),
    { numRuns: 500, seed: 7 },
  );
});

test('the same text is another house in another city', () => {
  expect(read('ул. Мира, д. 1, кв. 2', 'Томск').address?.city).toBe('Томск');
  expect(read('ул. Мира, д. 1, кв. 2', 'Северск').address?.city).toBe('Северск');
});
