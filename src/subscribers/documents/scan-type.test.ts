import { expect, test } from 'vitest';
import { isScan, isScanType } from './scan-type.ts';

test.each([
  ['application/pdf', '%PDF-1.7', true],
  ['application/pdf', '<html><body>', false],
  ['application/pdf', '', false],
  ['image/jpeg', '\xff\xd8\xff\xe0', true],
  ['image/jpeg', '\x89PNG\r\n\x1a\n', false],
  ['image/png', '\x89PNG\r\n\x1a\n', true],
  ['image/webp', 'RIFF\x01\x02\x03\x04WEBP', true],
  ['image/webp', 'RIFF\x01\x02\x03\x04WAVE', false],
  ['image/tiff', 'II*\0', true],
  ['image/tiff', 'MM\0*', true],
  ['text/html', '<html>', false],
])('%s that begins with %j: %s', (contentType, head, isOne) => {
  expect(isScan(contentType, Buffer.from(head, 'latin1'))).toBe(isOne);
});

test('only pictures and PDF are asked for', () => {
  expect(['image/png', 'text/html', 'toString'].map(isScanType)).toEqual([true, false, false]);
});
