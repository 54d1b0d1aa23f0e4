import { expect, test } from 'vitest';
import { buildingNumber, formatAddress } from './format-address.ts';

const place = {
  city: 'Томск',
  streetKind: 'street',
  street: 'Щорса',
  building: '14',
  block: '2',
  flat: '52',
};

test.each([
  [place, 'Томск, ул. Щорса, д. 14/2, кв. 52', 'Shchorsa St., 14/2, apt. 52, Tomsk'],
  [
    { ...place, building: '14/2', block: null },
    'Томск, ул. Щорса, д. 14/2, кв. 52',
    'Shchorsa St., 14/2, apt. 52, Tomsk',
  ],
  [
    { ...place, block: '2с1', flat: 'оф. 5' },
    'Томск, ул. Щорса, д. 14/2, стр. 1, оф. 5',
    'Shchorsa St., 14/2, bld. 1, office 5, Tomsk',
  ],
  [
    { street: 'Ромашка', streetKind: 'garden', building: '5' },
    'СНТ Ромашка, уч. 5',
    'Romashka Garden, 5',
  ],
  [{ street: 'Щорса', building: '14а', flat: '' }, 'Щорса, д. 14а', 'Shchorsa, 14a'],
  [
    { street: 'Мира', streetKind: 'Просека', building: '1' },
    'Просека Мира, д. 1',
    'Mira Просека, 1',
  ],
])('%j', (parts, ru, en) => {
  expect(formatAddress(parts, 'ru')).toBe(ru);
  expect(formatAddress(parts, 'en')).toBe(en);
});

test.each([
  ['14', null, '14'],
  ['14', '2', '14/2'],
  ['14а', 'с1', '14а с1'],
  ['14', '2с1', '14/2 с1'],
])('building %s, block %s is kept as %s', (building, block, number) => {
  expect(buildingNumber({ building, block })).toBe(number);
});
