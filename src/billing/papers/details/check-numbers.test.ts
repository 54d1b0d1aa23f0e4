import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isBankAccount,
  isBankCode,
  isCorrespondentAccount,
  isRegistrationNumber,
  isTaxNumber,
  isTaxReasonCode,
} from './check-numbers.ts';

// Published numbers: of Sberbank, of Yandex, of the tax service's own examples.
test('numbers of registers that are published are right', () => {
  for (const number of ['7707083893', '7736207543', '500100732259']) {
    expect(isTaxNumber(number)).toBe(true);
  }
  expect(isRegistrationNumber('1027700132195')).toBe(true);
  expect(isRegistrationNumber('304500116000157')).toBe(true);
  expect(isTaxReasonCode('773601001')).toBe(true);
  expect(isBankCode('044525225')).toBe(true);
  expect(isCorrespondentAccount('30101810400000000225', '044525225')).toBe(true);
  expect(isBankAccount('40602810700000000025', '044525225')).toBe(true);
});

test('an account of another bank, a foreign length and letters are not', () => {
  expect(isBankAccount('40602810700000000025', '044525974')).toBe(false);
  expect(isTaxNumber('77070838930')).toBe(false);
  expect(isTaxNumber('')).toBe(false);
  expect(isTaxReasonCode('77360100')).toBe(false);
  expect(isBankCode('0445252')).toBe(false);
  expect(isRegistrationNumber('10277001321')).toBe(false);
});

const known = [
  { number: '7707083893', is: isTaxNumber },
  { number: '500100732259', is: isTaxNumber },
  { number: '1027700132195', is: isRegistrationNumber },
  { number: '40602810700000000025', is: (text: string) => isBankAccount(text, '044525225') },
];

test('one wrong digit is noticed, but for the few that share a check digit', () => {
  let passed = 0;
  let tried = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...known),
      fc.nat(19),
      fc.integer({ min: 1, max: 9 }),
      (one, at, by) => {
        const place = at % one.number.length;
        const digit = (Number(one.number[place]) + by) % 10;
        const wrong = one.number.slice(0, place) + String(digit) + one.number.slice(place + 1);
        tried += 1;
        if (one.is(wrong)) passed += 1;
      },
    ),
    { seed: 4, numRuns: 1000 },
  );
  expect(passed / tried).toBeLessThan(0.1);
});
