import { isIP } from 'node:net';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normaliseIp } from './normalise-ip.ts';

test.each([
  [' 10.0.5.17 ', { version: 4, ip: '10.0.5.17' }],
  ['10.0.5.0/24', { version: 4, ip: '10.0.5.0', prefixLength: 24 }],
  ['2001:0DB8:0000::0001', { version: 6, ip: '2001:db8::1' }],
  ['2001:db8::/48', { version: 6, ip: '2001:db8::', prefixLength: 48 }],
  ['::ffff:10.0.5.17', { version: 4, ip: '10.0.5.17' }],
  ['fe80::1', { version: 6, ip: 'fe80::1' }],
])('%j is %j', (input, expected) => {
  expect(normaliseIp(input)).toEqual({ ok: true, ...expected });
});

test.each([
  ['', 'empty'],
  ['10.0.5', 'not_an_ip'],
  ['10.0.5.256', 'not_an_ip'],
  ['10.0.5.17.1', 'not_an_ip'],
  ['10.0.5.17:80', 'not_an_ip'],
  ['example.com', 'not_an_ip'],
  ['2001:db8:::1', 'not_an_ip'],
  ['010.0.0.1', 'leading_zero'],
  ['10.0.0.0/33', 'bad_prefix'],
  ['2001:db8::/129', 'bad_prefix'],
  ['0.0.0.0', 'placeholder'],
  ['::', 'placeholder'],
])('%j is refused: %s', (input, code) => {
  expect(normaliseIp(input)).toEqual({ ok: false, code });
});

test('agrees with the platform on what an address is, and its form is final', () => {
  const texts = fc.oneof(
    fc.ipV4(),
    fc.ipV6(),
    fc.string({ unit: fc.constantFrom('1', '0', '.', ':', 'f') }),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const once = normaliseIp(text);
      const isOne = once.ok || once.code === 'placeholder';
      expect(isOne).toBe(isIP(text) !== 0);
      expect(once.ok ? normaliseIp(once.ip) : once).toEqual(once);
    }),
  );
});
