import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatAddress } from './format-address.ts';
import { type ParsedAddress, parseAddress } from './parse-address.ts';
import { streetKinds } from './street-kinds.ts';

const nothing: Omit<ParsedAddress, 'street' | 'building'> = {
  city: null,
  district: null,
  streetKind: null,
  block: null,
  flat: null,
  entrance: null,
  floor: null,
  postcode: null,
  isPrivateSector: false,
};

function read(text: string, city?: string) {
  const result = parseAddress(text, city);
  return result.ok ? result.address : result.code;
}

describe('an address is read', () => {
  test.each<[string, Partial<ParsedAddress>]>([
    [
      'г. Томск, ул. Щорса, д. 14, корп. 2, кв. 52',
      {
        city: 'Томск',
        streetKind: 'street',
        street: 'Щорса',
        building: '14',
        block: '2',
        flat: '52',
      },
    ],
    ['Щорса 14/2-52', { street: 'Щорса', building: '14', block: '2', flat: '52' }],
    ['Щорса 14-52', { street: 'Щорса', building: '14', flat: '52' }],
    ['Щорса, 14, 52', { street: 'Щорса', building: '14', flat: '52' }],
    ['Щорса 14 2 52', { street: 'Щорса', building: '14', block: '2', flat: '52' }],
    ['щорса 14а', { street: 'Щорса', building: '14а' }],
    ['ЩОРСА 14 А КВ 5', { street: 'Щорса', building: '14а', flat: '5' }],
    ['ул.Щорса,д.14,кв.52', { streetKind: 'street', street: 'Щорса', building: '14', flat: '52' }],
    ['ул Щорса д14 кв52', { streetKind: 'street', street: 'Щорса', building: '14', flat: '52' }],
    [
      'ул. Щорса, дом № 14, квартира № 52',
      { streetKind: 'street', street: 'Щорса', building: '14', flat: '52' },
    ],
    [
      'ул. Щорса, 14к2, 52',
      { streetKind: 'street', street: 'Щорса', building: '14', block: '2', flat: '52' },
    ],
    ['ул. Щорса, д. 14 "А"', { streetKind: 'street', street: 'Щорса', building: '14а' }],
    ['ул. Щорса, д. 14 лит. А', { streetKind: 'street', street: 'Щорса', building: '14а' }],
    [
      'ул. Щорса, д. 14, стр. 1, оф. 5',
      { streetKind: 'street', street: 'Щорса', building: '14', block: 'с1', flat: 'оф. 5' },
    ],
    [
      'ул. Щорса, д. 14, кв. 52, ком. 1',
      { streetKind: 'street', street: 'Щорса', building: '14', flat: '52/1' },
    ],
    [
      'ул. Щорса 14, подъезд 3, этаж 5, кв. 52',
      {
        streetKind: 'street',
        street: 'Щорса',
        building: '14',
        flat: '52',
        entrance: '3',
        floor: '5',
      },
    ],
    ['пер. 1-й Новый 3а', { streetKind: 'lane', street: '1-й Новый', building: '3а' }],
    ['1й новый пер., 3', { streetKind: 'lane', street: '1-й Новый', building: '3' }],
    ['ул. 8 Марта, 14-52', { streetKind: 'street', street: '8 Марта', building: '14', flat: '52' }],
    ['8 марта 14', { street: '8 Марта', building: '14' }],
    ['ул. 1905 года, д. 5', { streetKind: 'street', street: '1905 года', building: '5' }],
    ['50 лет Октября 3', { street: '50 лет Октября', building: '3' }],
    ['пр-т Мира 20', { streetKind: 'avenue', street: 'Мира', building: '20' }],
    ['Мира проспект, 20', { streetKind: 'avenue', street: 'Мира', building: '20' }],
    ['пр. им. Ленина, 20', { streetKind: 'avenue', street: 'им. Ленина', building: '20' }],
    ['ул. Набережная, 5', { streetKind: 'street', street: 'Набережная', building: '5' }],
    ['Набережная 5', { street: 'Набережная', building: '5' }],
    [
      'Набережная реки Ушайки, 5',
      { streetKind: 'embankment', street: 'реки Ушайки', building: '5' },
    ],
    [
      'мкр. 5, д. 14, кв. 3',
      { streetKind: 'microdistrict', street: '5', building: '14', flat: '3' },
    ],
    [
      'мкр Солнечный, 14-3',
      { streetKind: 'microdistrict', street: 'Солнечный', building: '14', flat: '3' },
    ],
    [
      'мкр. Солнечный, ул. Ленина, 5',
      { district: 'Солнечный', streetKind: 'street', street: 'Ленина', building: '5' },
    ],
    [
      'СНТ Ромашка, уч. 5',
      { streetKind: 'garden', street: 'Ромашка', building: '5', isPrivateSector: true },
    ],
    [
      'СНТ "Ромашка", ул. Вишнёвая, уч. 5',
      {
        city: 'СНТ Ромашка',
        streetKind: 'street',
        street: 'Вишнёвая',
        building: '5',
        isPrivateSector: true,
      },
    ],
    ['ул. Лесная, 5 (частный сектор)', { streetKind: 'street', street: 'Лесная', building: '5' }],
    [
      'ул. Лесная, 5, ч/с',
      { streetKind: 'street', street: 'Лесная', building: '5', isPrivateSector: true },
    ],
    [
      '634050, Томская обл., г. Томск, Советский район, ул. Щорса, 14',
      {
        postcode: '634050',
        city: 'Томск',
        district: 'Советский',
        streetKind: 'street',
        street: 'Щорса',
        building: '14',
      },
    ],
    [
      'Томский р-н, с. Кисловка, ул. Мира, д. 3',
      {
        city: 'с. Кисловка',
        district: 'Томский',
        streetKind: 'street',
        street: 'Мира',
        building: '3',
      },
    ],
    ['д. Воронино, д. 3', { city: 'дер. Воронино' }],
    ['Томск, Щорса 14-52', { city: 'Томск', street: 'Щорса', building: '14', flat: '52' }],
    [
      '634050 г. Томск ул. Щорса д. 14 кв. 52',
      {
        postcode: '634050',
        city: 'Томск',
        streetKind: 'street',
        street: 'Щорса',
        building: '14',
        flat: '52',
      },
    ],
    [
      'с.Моряковка ул Ленина 3',
      { city: 'с. Моряковка', streetKind: 'street', street: 'Ленина', building: '3' },
    ],
    [
      'обл Томская, г Томск, Щорса ул, дом 14, корпус 2',
      { city: 'Томск', streetKind: 'street', street: 'Щорса', building: '14', block: '2' },
    ],
    [
      'ул. Иркутский тракт, 15/1',
      { streetKind: 'tract', street: 'Иркутский', building: '15', block: '1' },
    ],
    ['линия 1-я, 5', { streetKind: 'line', street: '1-я', building: '5' }],
    ['5 мкр, 14', { streetKind: 'microdistrict', street: '5', building: '14' }],
    ['мкр 5 14-3', { streetKind: 'microdistrict', street: '5', building: '14', flat: '3' }],
    [
      'КП "Заповедный", ул. Лесная 3',
      {
        city: 'КП Заповедный',
        streetKind: 'street',
        street: 'Лесная',
        building: '3',
        isPrivateSector: true,
      },
    ],
    [
      'ул. Ленина д.5 кв.7 домофон 7',
      { streetKind: 'street', street: 'Ленина', building: '5', flat: '7' },
    ],
    [
      'общежитие, Вершинина 17, ком. 304',
      { street: 'Вершинина', building: '17', flat: 'ком. 304' },
    ],
    [
      'ул. Лебедева, 57 А / 1 - 3',
      { streetKind: 'street', street: 'Лебедева', building: '57а', block: '1', flat: '3' },
    ],
    ['Фрунзе 96-а-3', { street: 'Фрунзе', building: '96а', flat: '3' }],
    ['ул.К.Маркса 5-12', { streetKind: 'street', street: 'К. Маркса', building: '5', flat: '12' }],
    ['Lenin st 5 apt 3', { streetKind: 'street', street: 'Lenin', building: '5', flat: '3' }],
    ['5 Lenin street, apt. 3', { streetKind: 'street', street: 'Lenin', building: '5', flat: '3' }],
    [
      'Lenin Ave., 5-3, Tomsk city',
      { city: 'Tomsk', streetKind: 'avenue', street: 'Lenin', building: '5', flat: '3' },
    ],
  ])('%s', (text, expected) => {
    const result = parseAddress(text);
    const address = result.ok ? result.address : result.understood;
    expect(address).toEqual({ ...nothing, ...expected });
  });
});

test.each([
  ['', 'empty'],
  [' , ', 'no_street'],
  ['г. Томск', 'no_street'],
  ['д. 14', 'no_street'],
  ['кв. 5', 'no_street'],
  ['ул. Щорса', 'no_building'],
  ['ул. 8 Марта', 'no_building'],
  ['г. Томск, ул. Щорса, кв. 52', 'no_building'],
  ['д. Воронино, д. 3', 'no_street'],
  ['а'.repeat(301), 'too_long'],
])('%j fails: %s', (text, code) => {
  expect(read(text)).toBe(code);
});

test('what was understood is kept, to ask for the rest', () => {
  expect(parseAddress('г. Томск, ул. Щорса, кв. 52')).toMatchObject({
    ok: false,
    understood: { city: 'Томск', streetKind: 'street', street: 'Щорса', flat: '52' },
  });
});

test("the operator's city is taken where none is named", () => {
  expect(read('Щорса 14', 'Томск')).toMatchObject({ city: 'Томск', street: 'Щорса' });
  expect(read('Томск Щорса 14', 'Томск')).toMatchObject({ city: 'Томск', street: 'Щорса' });
  expect(read('г. Северск, Щорса 14', 'Томск')).toMatchObject({ city: 'Северск' });
});

test('what is formatted reads back', () => {
  const cases = fc.record({
    city: fc.constantFrom('Томск', 'с. Кисловка', 'Нижний Новгород', null),
    streetKind: fc.constantFrom(...streetKinds.filter((kind) => kind !== 'garden'), null),
    street: fc.constantFrom(
      'Щорса',
      '1-й Новый',
      '8 Марта',
      'Карла Маркса',
      '50 лет Октября',
      'Мира',
    ),
    building: fc.constantFrom('14', '3а', '120', '7б'),
    block: fc.constantFrom('2', 'с1', '2с1', '3а', null),
    flat: fc.constantFrom('52', '7а', '52/1', 'оф. 5', 'пом. 3', null),
  });
  fc.assert(
    fc.property(cases, (place) => {
      expect(read(formatAddress(place, 'ru'))).toEqual({ ...nothing, ...place });
    }),
    { numRuns: 500 },
  );
});

test('any text gives an answer', () => {
  const signs = 'ул.дкв, 14/2-52Щорсаг№abcкорп'.split('');
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...signs), maxLength: 100 }), (text) => {
      expect(typeof parseAddress(text).ok).toBe('boolean');
    }),
    { numRuns: 500 },
  );
});
