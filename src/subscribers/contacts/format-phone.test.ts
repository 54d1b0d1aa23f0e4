import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatPhone } from './format-phone.ts';
import { normalisePhone } from './normalise-phone.ts';

test.each([
  ['+79123456789', '', '+7 912 345-67-89'],
  ['+73822523456', '3822', '+7 3822 52-34-56'],
  ['+73823452345', '38234', '+7 38234 5-23-45'],
  ['+79123456789', '3822', '+7 912 345-67-89'],
  ['+375291234567', '', '+375 29 123-45-67'],
  ['+380671234567', '', '+380 67 123-45-67'],
  ['+16502530000', '', '+165 025 300 00'],
  ['', '', ''],
])('%s in the town %j is shown as %s', (e164, cityCode, shown) => {
  expect(formatPhone(e164, cityCode)).toBe(shown);
});

test('what is shown reads back', () => {
  const phones = fc.integer({ min: 79_000_000_000, max: 79_299_999_999 });
  fc.assert(
    fc.property(phones, fc.constantFrom('', '91', '9123'), (digits, cityCode) => {
      const phone = normalisePhone(formatPhone(`+${digits}`, cityCode), 'RU');
      expect(phone).toMatchObject({ e164: `+${digits}` });
    }),
  );
});
