import { expect, test } from 'vitest';
import { dialUri } from './dial.ts';

test.each([
  ['tel', null, 'tel:+79123456789'],
  ['tel', 'pbx.example', 'tel:+79123456789'],
  ['sip', 'pbx.example', 'sip:+79123456789@pbx.example'],
  ['sip', null, 'tel:+79123456789'],
])('by %s at %s', (dialWith, sipDomain, uri) => {
  expect(dialUri('+79123456789', { dialWith, sipDomain })).toBe(uri);
});
