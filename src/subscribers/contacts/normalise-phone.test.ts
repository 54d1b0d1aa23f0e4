import fc from 'fast-check';
import { isValidPhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { describe, expect, test } from 'vitest';
import { normalisePhone, type PhoneCountry } from './normalise-phone.ts';

function read(input: string, country: PhoneCountry = 'RU', cityCode?: string) {
  const phone = normalisePhone(input, country, cityCode);
  return phone.ok ? phone.e164 : phone.code;
}

describe('a Russian number', () => {
  test.each([
    ['+79123456789', '+79123456789'],
    ['8 (912) 345-67-89', '+79123456789'],
    ['8-912-345-67-89', '+79123456789'],
    ['8.912.345.67.89', '+79123456789'],
    ['9123456789', '+79123456789'],
    ['79123456789', '+79123456789'],
    ['+7 (912) 345–67–89', '+79123456789'],
    ['+7\u00a0912\u00a0345\u00a067\u00a089', '+79123456789'],
    ['+8 912 345-67-89', '+79123456789'],
    ['+9123456789', '+79123456789'],
    ['+7 (8-912) 345-67-89', '+79123456789'],
    ['8 7912 345 67 89', '+79123456789'],
    ['тел. 8 912 345-67-89', '+79123456789'],
    ['79123456789.0', '+79123456789'],
    ['79123456789,0', '+79123456789'],
    ['7.9123456789E+10', '+79123456789'],
    ['７９１２３４５６７８９', '+79123456789'],
    ['8 (3822) 52-34-56', '+73822523456'],
    ['(3822) 52-34-56', '+73822523456'],
    ['8 800 100-20-30', '+78001002030'],
    ['87012345678', '+77012345678'],
    ['375291234567', '+375291234567'],
    ['8 10 375 29 123-45-67', '+375291234567'],
    ['+380 67 123 45 67', '+380671234567'],
    ['+1 650 253 0000', '+16502530000'],
    ['', 'empty'],
    ['   ', 'empty'],
    ['нет', 'not_a_number'],
    ['-', 'not_a_number'],
    ['x'.repeat(300), 'not_a_number'],
    ['112', 'too_short'],
    ['912345678', 'too_short'],
    ['52-34-56', 'needs_city_code'],
    ['891234567890', 'too_long'],
    ['8912345678912345', 'too_long'],
    ['1234567890', 'unknown_code'],
    ['+7 200 123-45-67', 'unknown_code'],
    ['+999 12 345 678', 'unknown_code'],
    ['0000000', 'placeholder'],
    ['9999999999', 'placeholder'],
    ['8 (999) 999-99-99', 'placeholder'],
    ['7.91235E+10', 'digits_lost'],
    ['89123456789, 89131234567', 'several_numbers'],
    ['мама 89123456789 папа 89131234567', 'several_numbers'],
  ])('%j is %s', (input, expected) => {
    expect(read(input)).toBe(expected);
  });
});

test.each<[string, PhoneCountry, string, string]>([
  ['52-34-56', 'RU', '3822', '+73822523456'],
  ['252-34-56', 'RU', '391', '+73912523456'],
  ['5-23-45', 'RU', '38234', '+73823452345'],
  ['5-23-45', 'RU', '3822', 'needs_city_code'],
  ['80291234567', 'BY', '', '+375291234567'],
  ['8 (029) 123-45-67', 'BY', '', '+375291234567'],
  ['+375 (029) 123-45-67', 'BY', '', '+375291234567'],
  ['291234567', 'BY', '', '+375291234567'],
  ['222-33-44', 'BY', '17', '+375172223344'],
  ['067 123 45 67', 'UA', '', '+380671234567'],
  ['80671234567', 'UA', '', '+380671234567'],
  ['380671234567', 'UA', '', '+380671234567'],
  ['8 701 234 56 78', 'KZ', '', '+77012345678'],
  ['030 123456', 'DE', '', '+4930123456'],
  ['123', 'DE', '', 'too_short'],
])('%j of %s with the city code %j is %s', (input, country, cityCode, expected) => {
  expect(read(input, country, cityCode)).toBe(expected);
});

test.each([
  ['8 (3822) 52-34-56, доб. 123', { extension: '123' }],
  ['8 (3822) 52-34-56 (доб 12)', { extension: '12' }],
  ['+7 3822 523456 ext. 7', { extension: '7' }],
  ['+7 3822 523456x7', { extension: '7' }],
  ['+73822523456;ext=15', { extension: '15' }],
  ['+73822523456#15', { extension: '15' }],
  ['8 (3822) 52-34-56 мама', { note: 'мама' }],
  ['моб. 8 (3822) 52-34-56 (Анна-Мария)', { note: 'Анна-Мария' }],
  ['раб.: 8 3822 523456', {}],
])('%j keeps %j apart', (input, apart) => {
  const expected = { ok: true, e164: '+73822523456', isMobile: false, ...apart };
  expect(normalisePhone(input, 'RU')).toEqual(expected);
});

test('tells mobile numbers from others', () => {
  expect(normalisePhone('9123456789', 'RU')).toMatchObject({ isMobile: true });
  expect(normalisePhone('77012345678', 'RU')).toMatchObject({ isMobile: true });
  expect(normalisePhone('3822523456', 'RU')).toMatchObject({ isMobile: false });
});

const mobiles = fc.integer({ min: 9_000_000_000, max: 9_999_999_998 }).map(String);

test('every notation of a number gives the same', () => {
  const notations: ((digits: string) => string)[] = [
    (digits) => `+7${digits}`,
    (digits) => `8${digits}`,
    (digits) => digits,
    (digits) =>
      `8 (${digits.slice(0, 3)}) ${digits.slice(3, 6)}-${digits.slice(6, 8)}-${digits.slice(8)}`,
    (digits) => `+7 ${digits.slice(0, 3)} ${digits.slice(3)}`,
    (digits) => `тел.: 7${digits} (сосед)`,
  ];
  fc.assert(
    fc.property(mobiles, fc.constantFrom(...notations), (digits, notation) => {
      const expected = isValidPhoneNumber(`+7${digits}`) ? `+7${digits}` : 'unknown_code';
      expect(read(notation(digits))).toBe(expected);
    }),
  );
});

test('what is normal stays normal', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'+0123456789() -'.split('')) }), (input) => {
      const phone = read(input);
      expect(phone.startsWith('+') ? read(phone) : phone).toBe(phone);
    }),
  );
});

test('remembered prefixes say what the library says', () => {
  const numbers = fc.oneof(
    fc.integer({ min: 70_000_000_000, max: 79_999_999_999 }),
    fc.integer({ min: 79_300_000_000, max: 79_300_999_999 }),
    fc.integer({ min: 77_100_000_000, max: 77_299_999_999 }),
    fc.integer({ min: 375_100_000_000, max: 375_449_999_999 }),
    fc.integer({ min: 380_300_000_000, max: 380_999_999_999 }),
  );
  const isRepeated = (digits: string) => /(\d)\1{8}$/u.test(digits);
  fc.assert(
    fc.property(numbers.map(String), (digits) => {
      fc.pre(!isRepeated(digits));
      const number = parsePhoneNumberFromString(`+${digits}`);
      expect(normalisePhone(`+${digits}`, 'RU').ok).toBe(number?.isValid() ?? false);
    }),
    { numRuns: 5000 },
  );
});
