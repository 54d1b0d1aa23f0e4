import { expect, test } from 'vitest';
import { normaliseMac } from './normalise-mac.ts';

test.each([
  'aa:bb:cc:d1:e2:f3',
  ' AA-BB-CC-D1-E2-F3 ',
  'aabb.ccd1.e2f3',
  'AABB-CCD1-E2F3',
  'aabbcc-d1e2f3',
  'AABBCCD1E2F3',
  'aa bb cc d1 e2 f3',
])('%j is one device', (input) => {
  expect(normaliseMac(input)).toEqual({ ok: true, mac: 'aa:bb:cc:d1:e2:f3' });
});

test.each([
  ['', 'empty'],
  ['aa:bb:cc:dd:ee', 'not_a_mac'],
  ['aa:bb-cc:dd:ee:ff', 'not_a_mac'],
  ['aa:bb:cc:dd:ee:gg', 'not_a_mac'],
  ['aabbccddeeff00', 'not_a_mac'],
  ['10.0.0.1', 'not_a_mac'],
  ['00:00:00:00:00:00', 'placeholder'],
  ['ffff.ffff.ffff', 'placeholder'],
])('%j is refused: %s', (input, code) => {
  expect(normaliseMac(input)).toEqual({ ok: false, code });
});
